package spindle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import spindle.study.Bundled;
import spindle.study.Device;
import spindle.study.LearningRates;
import spindle.study.Place;
import spindle.study.Seed;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.FileFormat;
import spindle.task.Metric;
import spindle.task.Split;
import spindle.task.TaskSource;

final class TrainCommandTest {

  private static final String[] CONTRACT = {
    "train", "--backbone", "bundled", "--preset", "S4", "--budget", "0.5%", "--task", "SST-2",
    "--data", "glue", "--examples", "2000", "--epochs", "3", "--seed", "1", "--json"
  };

  @Test
  void theContractsCommandTrainsOneTrial() {
    FakeRunner runner = FakeRunner.scoring(0.875);
    assertEquals(0, Session.with(runner).run(CONTRACT));
    TrialSpec trial = runner.submitted.getFirst();
    assertEquals(
        new TrialSpec(
            "SST-2#1",
            "bundled",
            trial.tuning(),
            new TaskSource.Glue("SST-2", Path.of("glue")),
            new TrainingSettings(2000, 3, 32, 32, 128, LearningRates.USUAL, 0.06, 0, 1),
            new Seed(1),
            new Seed(1),
            Split.CONFIRMATION),
        trial);
    assertEquals(1, runner.submitted.size());
    assertTrue(runner.isClosed());
  }

  @Test
  void standardOutputHoldsOneObjectATrialAndNothingElse() throws Exception {
    Session session = Session.with(FakeRunner.scoring(0.875));
    session.run(CONTRACT);
    assertEquals(1, session.out().size());
    assertEquals(
        new ObjectMapper()
            .readTree(
                """
                {"task": "SST-2", "metric": "accuracy", "score": 0.875,
                 "trainableParameters": 155204, "budgetParameters": 166800, "headParameters": 770,
                 "seconds": 74.25, "steps": 189, "seed": 1, "outcome": "scored", "preset": "S4",
                 "backbone": "bundled", "device": "cpu", "loss": 0.25, "message": null}
                """),
        new ObjectMapper().readTree(session.out().getFirst()));
    assertEquals(
        List.of(
            "SST-2#1: 189 steps",
            "SST-2#1: step 19 of 189, loss 0.6931, 1,400 tokens/s",
            "SST-2#1: epoch 1, score 0.8000"),
        session.err());
  }

  @Test
  void tasksAndSeedsMultiply() {
    FakeRunner runner = FakeRunner.scoring(0.5);
    int code =
        Session.with(runner)
            .run(
                "train",
                "--preset",
                "lora",
                "--task",
                "reviews,grammar",
                "--seeds",
                "1,2",
                "--seed",
                "3");
    assertEquals(0, code);
    assertEquals(
        List.of("reviews#1", "reviews#2", "reviews#3", "grammar#1", "grammar#2", "grammar#3"),
        runner.submitted.stream().map(TrialSpec::id).toList());
    assertEquals(new TaskSource.Practice("reviews"), runner.submitted.getFirst().task());
  }

  @Test
  void ownFilesAreReadAsTheirColumnsSay() {
    FakeRunner runner = FakeRunner.scoring(0.5);
    int code =
        Session.with(runner)
            .run(
                "train",
                "--preset",
                "BitFit",
                "--task",
                "csv",
                "--train",
                "d/my.tsv",
                "--dev",
                "d/dev.tsv",
                "--text",
                "1",
                "--text2",
                "2",
                "--label",
                "3");
    assertEquals(0, code);
    assertEquals(
        new TaskSource.Labelled(
            "my",
            Path.of("d/my.tsv"),
            Path.of("d/dev.tsv"),
            FileFormat.TAB,
            "1",
            Optional.of("2"),
            "3"),
        runner.submitted.getFirst().task());
  }

  @Test
  void ownTextsAreReadAsTheirFieldsSay() {
    FakeRunner runner = FakeRunner.scoring(0.5);
    String files = " --train d/my.jsonl --dev d/dev.jsonl --source translation.en";
    String line = "train --preset BitFit --task text" + files + " --target translation.ro";
    assertEquals(0, Session.with(runner).run((line + " --metric bleu").split(" ")));
    assertEquals(0, Session.with(runner).run((line + " --format TAB").split(" ")));
    TaskSource.Texts first =
        new TaskSource.Texts(
            "my",
            Path.of("d/my.jsonl"),
            Path.of("d/dev.jsonl"),
            FileFormat.JSON_LINES,
            "translation.en",
            "translation.ro",
            Metric.BLEU);
    assertEquals(first, runner.submitted.getFirst().task());
    TaskSource.Texts second = (TaskSource.Texts) runner.submitted.getLast().task();
    assertEquals(FileFormat.TAB, second.format());
    assertEquals(Metric.ROUGE_L, second.metric());
    Session wrong = Session.with(runner);
    assertEquals(2, wrong.run((line + " --metric accuracy").split(" ")));
    assertTrue(wrong.err().getFirst().contains("there is no --metric accuracy"));
    assertEquals(2, wrong.run("train --preset BitFit --task copy --source x".split(" ")));
  }

  @Test
  void aDivergedTrialIsPrintedAndGivesExitCode1() throws Exception {
    Session session = Session.with(new FakeRunner(_ -> List.of(new TrialOutcome.Diverged(12))));
    assertEquals(1, session.run(CONTRACT));
    JsonNode line = new ObjectMapper().readTree(session.out().getFirst());
    assertEquals("diverged", line.get("outcome").asText());
    assertTrue(line.get("score").isNull());
    assertEquals(12, line.get("steps").asInt());
    assertEquals(
        "spindle: SST-2, seed 1, S4: the loss was no longer a number at step 12; lower the rates",
        session.err().getLast());
  }

  @Test
  void withoutJsonAPersonReadsALine() {
    Session session = Session.with(FakeRunner.scoring(0.875));
    session.run("train", "--preset", "S4", "--task", "Reviews");
    assertEquals(
        List.of(
            "reviews, seed 1, S4: accuracy 0.8750, 155,204 of 166,800 parameters, 189 steps, 74.3 s"),
        session.out());
  }

  @Test
  void aRateOfItsOwnComesBeforeTheCommonOne() {
    FakeRunner runner = FakeRunner.scoring(0.5);
    Session.with(runner)
        .run(
            "train",
            "--preset",
            "S4",
            "--task",
            "reviews",
            "--rate",
            "2e-3",
            "--rate-head",
            "1e-4");
    assertEquals(
        new LearningRates(2e-3, 2e-3, 2e-3, 2e-3, 1e-4, 2e-3),
        runner.submitted.getFirst().settings().rates());
  }

  @Test
  void slotsAreNotMoreThanTrials() {
    FakeRunner runner = FakeRunner.scoring(0.5);
    Session.with(runner)
        .run(
            "train",
            "--preset",
            "S4",
            "--task",
            "reviews",
            "--device",
            "gpu:1,cpu",
            "--slots",
            "4");
    assertEquals(
        List.of(new Place(new Device.Gpu(1), 1), new Place(new Device.Cpu(), 1)), runner.places);
  }

  @Test
  void slotsAreFusedOnRequestAndThereAreEnoughOfThem() {
    FakeRunner runner = FakeRunner.scoring(0.5);
    Session session = Session.with(runner);
    List<String> line =
        List.of("train", "--preset", "S4", "--task", "reviews", "--device", "gpu", "--seeds");
    session.run(with(line, "1,2,3,4,5", "--fuse", "4"));
    assertEquals(List.of(new Place(new Device.Gpu(0), 4, Optional.of(4))), runner.places);
    session.run(with(line, "1,2", "--fuse", "4"));
    assertEquals(2, runner.places.getLast().together());
    session.run(with(line, "1,2", "--fuse", "1"));
    assertEquals(new Place(new Device.Gpu(0), 1), runner.places.getLast());
  }

  @Test
  void moreThanSixteenAreNotFused() {
    Session session = Session.with(FakeRunner.scoring(0.5));
    int code = session.run("train", "--preset", "S4", "--task", "reviews", "--fuse", "17");
    assertEquals(2, code);
    assertEquals(
        List.of(
            "spindle: 1 to 16 trials can be trained in one call: 17 (see spindle train --help)"),
        session.err());
  }

  private static String[] with(List<String> line, String... more) {
    return Stream.concat(line.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void theExamplesHaveASeedOfTheirOwn() {
    FakeRunner runner = FakeRunner.scoring(0.5);
    Session.with(runner)
        .run("train", "--preset", "S4", "--task", "reviews", "--seeds", "1,2", "--data-seed", "7");
    assertEquals(
        List.of(new Seed(7), new Seed(7)),
        runner.submitted.stream().map(TrialSpec::dataSeed).toList());
  }

  @Test
  void fullFineTuningMayTrainTheWholeBackbone() throws Exception {
    Session session = Session.with(FakeRunner.scoring(0.5));
    session.run("train", "--preset", "full", "--task", "reviews", "--json");
    assertEquals(
        Bundled.INFO.shape().parameters(),
        new ObjectMapper().readTree(session.out().getFirst()).get("budgetParameters").asLong());
  }

  @Test
  void anInterruptCancelsAndGivesExitCode130() throws Exception {
    FakeRunner runner = new FakeRunner(_ -> List.of());
    Session session = Session.with(runner);
    int[] code = new int[1];
    Thread command = Thread.ofPlatform().start(() -> code[0] = session.run(CONTRACT));
    while (runner.submitted.isEmpty()) {
      Thread.onSpinWait();
    }
    command.interrupt();
    command.join();
    assertEquals(130, code[0]);
    assertTrue(session.out().getFirst().contains("\"outcome\":\"cancelled\""));
    assertEquals("spindle: interrupted", session.err().getLast());
    assertTrue(runner.isClosed());
  }
}
