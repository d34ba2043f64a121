package spindle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.TrialOutcome;
import spindle.study.WrittenText;
import spindle.task.Metric;

/// The texts of writers, from the study's file.
final class StudyTextsCommandTest {

  @TempDir Path folder;

  private Path trained(Optional<List<WrittenText>> texts) {
    Path file = folder.resolve("a.study");
    TrialOutcome end =
        new TrialOutcome.Scored(
            Metric.EXACT_MATCH, 0.5, 0.25, 155_204, 0, 10, Duration.ofSeconds(7), texts);
    Session session = Session.with(new FakeRunner(_ -> List.of(end)));
    String name = file.toString();
    assertEquals(
        0,
        session.run("study", "new", name, "--task", "reviews", "--budget", "3%", "--draws", "4"));
    assertEquals(0, session.run("study", "run", name));
    return file;
  }

  private static List<String> out(String... arguments) {
    Session session = Session.withoutWork();
    assertEquals(0, session.run(arguments), session.err()::toString);
    return session.out();
  }

  @Test
  void textsSurviveTheFileAndAreTold() {
    String file = trained(Optional.of(List.of(new WrittenText("a \"b\"", "b\na", "")))).toString();
    List<String> lines = out("study", "texts", file, "--json");
    assertTrue(lines.size() > 10, () -> lines.size() + " lines");
    String first = lines.getFirst();
    String key = first.replaceFirst("^\\{\"trial\":\"([^\"]+)\".*", "$1");
    assertEquals(
        "{\"trial\":\""
            + key
            + "\",\"task\":\"reviews\",\"source\":\"a \\\"b\\\"\","
            + "\"reference\":\"b\\na\",\"written\":\"\"}",
        first);
    assertEquals(List.of(first), out("study", "texts", file, "--json", "--trial", key));
    assertEquals(
        List.of(
            "trial " + key + ", reviews",
            "  source    a \"b\"",
            "  expected  b a",
            "  written   ",
            ""),
        out("study", "texts", file, "--trial", key));
  }

  @Test
  void aStudyWithoutTextsSaysSo() {
    Path file = trained(Optional.empty());
    Session session = Session.withoutWork();
    assertEquals(0, session.run("study", "texts", file.toString()));
    assertEquals(List.of(), session.out());
    assertEquals(List.of(file + ": no trial has kept a text"), session.err());
  }

  @Test
  void anUnknownTrialIsRefused() {
    Path file = trained(Optional.empty());
    Session session = Session.withoutWork();
    assertEquals(1, session.run("study", "texts", file.toString(), "--trial", "nobody"));
    assertTrue(
        session.err().getFirst().contains("there is no trial nobody"), session.err()::toString);
  }
}
