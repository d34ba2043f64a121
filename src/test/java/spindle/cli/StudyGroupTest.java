package spindle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.export.PatternFile;
import spindle.store.SqliteStudyFiles;
import spindle.study.Device;
import spindle.study.Place;
import spindle.study.Seed;
import spindle.study.StudyRecords;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// The study commands, on trials that are trained by a formula.
final class StudyGroupTest {

  @TempDir Path folder;

  @Test
  void theSampleStudyRunsToItsEndAndGivesTheSameTableEachTime() {
    Path first = folder.resolve("first.study");
    Session run = session();
    assertEquals(0, run.run("sample", "--study", first.toString(), "--json"), run.err()::toString);
    String last = run.out().getLast();
    assertTrue(last.startsWith("{\"event\":\"done\",\"path\":\"main\",\"pattern\":"), last);
    Path second = folder.resolve("second.study");
    session().run("sample", "--study", second.toString(), "--slots", "1", "--json");
    List<String> table = table(first);
    assertTrue(table.size() > 100, () -> table.size() + " lines");
    assertTrue(table.getFirst().startsWith("path,stage,candidate,draw,grouping,"));
    assertEquals(table, table(second));
  }

  @Test
  void aStudyIsMadeDecidedRunForkedConfirmedAndExported() throws IOException {
    Path file = folder.resolve("small.study");
    ok("study", "new", file.toString(), "--task", "reviews", "--budget", "3%", "--draws", "4");
    ok(
        "study",
        "decide",
        file.toString(),
        "--candidate",
        "uniform",
        "--reason",
        "it is \"simple\", and known");
    ok("study", "run", file.toString());
    ok("study", "confirm", file.toString(), "--seeds", "2");
    ok("study", "run", file.toString());
    String verdict = ok("study", "verdict", file.toString(), "--json").getFirst();
    assertTrue(verdict.contains("\"state\":\"overridden\",\"chosen\":\"uniform\""), verdict);
    assertTrue(verdict.contains("\"name\":\"Full\""), verdict);
    Path out = folder.resolve("pattern.json");
    ok("study", "export", file.toString(), "--pattern", out.toString());
    PatternFile pattern = PatternFile.read(out);
    assertEquals("grouping", pattern.decisions().getFirst().stage());
    assertEquals(PatternFile.Basis.OVERRIDDEN, pattern.decisions().getFirst().basis());
    ok("study", "export", file.toString(), "--tables", folder.resolve("tables").toString());
    assertTrue(Files.exists(folder.resolve("tables").resolve("verdict.json")));
    ok("study", "fork", file.toString(), "--stage", "grouping", "--name", "other");
    assertTrue(ok("study", "status", file.toString(), "--json").getFirst().contains("\"other\""));
  }

  @Test
  void theTableIsWrittenInTheFormatOfTheEnding() throws IOException {
    Path file = folder.resolve("a.study");
    ok("study", "new", file.toString(), "--task", "reviews", "--budget", "3%", "--draws", "4");
    ok("study", "run", file.toString());
    List<String> csv = table(file);
    for (String ending : List.of("csv", "json", "jsonl", "parquet")) {
      Path out = folder.resolve("trials." + ending);
      ok("study", "trials", file.toString(), "--out", out.toString());
      assertTrue(Files.size(out) > 1000, ending);
    }
    assertEquals(csv, Files.readAllLines(folder.resolve("trials.csv")));
    assertEquals(csv.size() - 1, Files.readAllLines(folder.resolve("trials.jsonl")).size());
    byte[] parquet = Files.readAllBytes(folder.resolve("trials.parquet"));
    assertEquals("PAR1", new String(parquet, 0, 4, StandardCharsets.US_ASCII));
    Session wrong = session();
    assertEquals(2, wrong.run("study", "trials", file.toString(), "--out", "trials.xls"));
    assertEquals(
        "spindle: --out trials.xls: the ending is none of .csv, .json, .jsonl, .parquet (see"
            + " spindle study trials --help)",
        wrong.err().getFirst());
  }

  @Test
  void aTaskOfTextsNeedsADecoder() {
    Path file = folder.resolve("a.study");
    Session copy = session();
    assertEquals(2, copy.run("study", "new", file.toString(), "--task", "reviews,copy"));
    assertEquals(
        List.of(
            "spindle: the backbone bundled has no decoder to write the texts that copy asks for;"
                + " choose a BART or a T5, or another task (see spindle study new --help)"),
        copy.err());
    assertFalse(Files.exists(file));
  }

  @Test
  void aCopyGivesTheSameTable() {
    Path file = folder.resolve("a.study");
    ok("study", "new", file.toString(), "--task", "reviews", "--budget", "3%", "--draws", "4");
    ok("study", "run", file.toString());
    Path copy = folder.resolve("b.study");
    ok("study", "copy", file.toString(), copy.toString());
    assertEquals(table(file), table(copy));
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() {
    Path file = folder.resolve("a.study");
    ok("study", "new", file.toString(), "--task", "reviews", "--draws", "4");
    refused(file + ": the study is not running", "study", "pause", file.toString());
    Path two = folder.resolve("two.study");
    Session stacks = session();
    assertEquals(
        2, stacks.run("study", "new", two.toString(), "--task", "copy", "--stacks", "two"));
    assertEquals(
        "spindle: this backbone has no decoder, so its layers are one stack"
            + " (see spindle study new --help)",
        stacks.err().getFirst());
    refused(
        file + ": path main has no pattern yet; open: grouping, allocation, groups, G1, G2, G3, G4",
        "study",
        "export",
        file.toString(),
        "--pattern",
        folder.resolve("p.json").toString());
    assertFalse(Files.exists(folder.resolve("p.json")));
  }

  @Test
  void candidatesAreAddedRemovedAndListed() {
    Path file = folder.resolve("a.study");
    ok("study", "new", file.toString(), "--task", "reviews", "--budget", "3%", "--draws", "4");
    ok("study", "candidates", file.toString(), "--add", "mine=5,1,1,5", "--remove", "uniform");
    assertEquals(
        List.of(
            "increasing=increasing",
            "decreasing=decreasing",
            "spindle=spindle",
            "bottleneck=bottleneck",
            "mine=5,1,1,5"),
        ok("study", "candidates", file.toString()));
    ok("study", "run", file.toString());
    assertTrue(table(file).stream().anyMatch(line -> line.contains(",grouping,mine,")));
    refused("every stage is decided", "study", "keep", file.toString());
  }

  @Test
  void limitsAndTheWayOfComparingCanBeChanged() {
    Path file = folder.resolve("a.study");
    ok("study", "new", file.toString(), "--task", "reviews", "--budget", "3%", "--draws", "9");
    ok("study", "compare", file.toString(), "--draws", "4", "--criterion", "best-of-2");
    ok("study", "limit", file.toString(), "--devices", "cpu=1", "--minutes", "600");
    ok("study", "run", file.toString());
    String verdict = ok("study", "verdict", file.toString(), "--json").getFirst();
    assertTrue(verdict.contains("not separable within 4 designs"), verdict);
    refused(
        folder.resolve("fresh.study")
            + ": stage grouping is still being sampled; override it with a reason to decide it now",
        "study",
        "keep",
        fresh().toString());
  }

  @Test
  void slotsAreFusedUntilDevicesAreNamedWithoutIt() {
    Path file = folder.resolve("a.study");
    ok("study", "new", file.toString(), "--task", "reviews", "--device", "gpu", "--fuse", "4");
    Device card = new Device.Gpu(0);
    assertEquals(List.of(new Place(card, 4, Optional.of(4))), places(file));
    ok("study", "limit", file.toString(), "--trials", "9");
    assertEquals(List.of(new Place(card, 4, Optional.of(4))), places(file));
    ok("study", "limit", file.toString(), "--fuse", "2");
    assertEquals(List.of(new Place(card, 4, Optional.of(2))), places(file));
    ok("study", "limit", file.toString(), "--devices", "gpu=8", "--fuse", "8");
    assertEquals(List.of(new Place(card, 8, Optional.of(8))), places(file));
    ok("study", "limit", file.toString(), "--devices", "gpu=8");
    assertEquals(List.of(new Place(card, 8)), places(file));
  }

  private static List<Place> places(Path file) {
    try (StudyRecords records = new SqliteStudyFiles(InstantSource.system()).read(file)) {
      return records.limits().places();
    }
  }

  private Path fresh() {
    Path file = folder.resolve("fresh.study");
    ok("study", "new", file.toString(), "--task", "reviews", "--draws", "4");
    return file;
  }

  @Test
  void aPreflightSaysWhatThePlanTakes() {
    Path file = fresh();
    String said = ok("study", "preflight", file.toString()).getFirst();
    assertTrue(said.startsWith("A design takes 74.3 s to 74.3 s; the plan takes "), said);
    String json = ok("study", "preflight", file.toString(), "--json").getFirst();
    assertTrue(json.contains("\"fewestDesigns\":"), json);
    assertEquals(1, table(file).size(), "nothing is recorded");
  }

  @Test
  void fieldsWithCommasAndQuotesAreQuoted() {
    Path file = folder.resolve("a.study");
    ok("study", "new", file.toString(), "--task", "reviews", "--draws", "4");
    ok("study", "run", file.toString());
    assertTrue(table(file).stream().anyMatch(line -> line.contains(",\"G1,G2,G3,G4\",")));
  }

  private static void refused(String message, String... arguments) {
    Session session = session();
    assertEquals(ExitCode.FAILED, session.run(arguments));
    assertEquals(List.of("spindle: " + message), session.err());
  }

  private static List<String> ok(String... arguments) {
    Session session = session();
    assertEquals(0, session.run(arguments), () -> String.join("\n", session.err()));
    return session.out();
  }

  private static List<String> table(Path file) {
    return ok("study", "trials", file.toString(), "--csv");
  }

  private static Session session() {
    return Session.with(new FakeRunner(trial -> List.of(outcome(trial))));
  }

  /// A score that depends on the trial alone.
  private static TrialOutcome outcome(TrialSpec trial) {
    return FakeRunner.scored(
        0.6 + 0.1 * new Seed(0).with("score", trial.id()).generator().nextDouble());
  }
}
