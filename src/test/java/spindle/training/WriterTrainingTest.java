package spindle.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spindle.design.Family;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.study.LearningRates;
import spindle.study.Seed;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.study.WrittenText;
import spindle.task.FileFormat;
import spindle.task.Metric;
import spindle.task.Split;
import spindle.task.TaskSource;

/// Encoder-decoders from their first step to their score, as writers and as classifiers.
@Tag("engine")
final class WriterTrainingTest {

  private static final TaskSource COPY = new TaskSource.Practice("copy");

  @TempDir Path folder;
  private TorchTrainer trainer;

  @BeforeEach
  void open() {
    trainer = TorchTrainer.open("cpu", TinyStudy.sources());
  }

  @AfterEach
  void close() {
    trainer.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"BART", "T5"})
  void aWriterLearnsAndItsFirstTextsAreKept(Family family) throws Exception {
    new RandomBackbone(family, 32, 3).write(folder);
    for (Tuning tuning : List.of(TinyStudy.EVERYTHING, new Tuning.Full())) {
      Heard run = train(tuning, COPY, settings(160, 2, 16));
      TrialOutcome.Scored scored = run.scored();
      assertEquals(Metric.EXACT_MATCH, scored.metric());
      assertEquals(0, scored.head());
      assertTrue(run.losses().getLast() < run.losses().getFirst(), run.losses().toString());
      List<WrittenText> texts = scored.texts().orElseThrow();
      assertEquals(5, texts.size());
      texts.forEach(text -> assertEquals(text.source(), text.reference()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BART", "T5"})
  void aWriterLearnsWithFrozenWeightsInBfloat16(Family family) throws Exception {
    new RandomBackbone(family, 32, 3).write(folder);
    TrainingSettings settings = settings(160, 3, 16).withPrecision(Precision.BFLOAT16);
    Heard run = train(TinyStudy.EVERYTHING, COPY, settings);
    run.scored();
    List<Double> losses = run.losses();
    assertTrue(losses.getLast() < 0.95 * losses.getFirst(), losses.toString());
    assertEquals(5, run.scored().texts().orElseThrow().size());
  }

  @ParameterizedTest
  @EnumSource(names = {"BART", "T5"})
  void theSameTrialWritesTheSame(Family family) throws Exception {
    new RandomBackbone(family, 32, 3).write(folder);
    Heard first = train(TinyStudy.EVERYTHING, COPY, settings(64, 1, 16));
    Heard again = train(TinyStudy.EVERYTHING, COPY, settings(64, 1, 16));
    assertEquals(first.losses(), again.losses());
    assertEquals(first.scored().texts(), again.scored().texts());
  }

  @ParameterizedTest
  @EnumSource(names = {"BART", "T5"})
  void microBatchesCountByTheirLabelledTokens(Family family) throws Exception {
    new RandomBackbone(family, 32, 3).write(folder);
    Heard whole = train(TinyStudy.EVERYTHING, COPY, settings(80, 1, 16));
    Heard split = train(TinyStudy.EVERYTHING, COPY, settings(80, 1, 5));
    for (int i = 0; i < whole.losses().size(); i++) {
      assertEquals(whole.losses().get(i), split.losses().get(i), 2e-3);
    }
  }

  @Test
  void aBartClassifiesByTheStateOfItsLastToken() throws Exception {
    new RandomBackbone(Family.BART, 32, 3).write(folder);
    Heard run = train(TinyStudy.EVERYTHING, letters(), settings(160, 6, 16));
    TrialOutcome.Scored scored = run.scored();
    assertEquals(32 * 32 + 32 + 2 * 32 + 2, scored.head());
    assertEquals(Optional.empty(), scored.texts());
    assertTrue(scored.score() > 0.8, scored.toString());
  }

  @Test
  void aT5WritesTheNamesOfClasses() throws Exception {
    new RandomBackbone(Family.T5, 32, 3).write(folder);
    Heard run = train(TinyStudy.EVERYTHING, letters(), settings(160, 6, 16));
    TrialOutcome.Scored scored = run.scored();
    assertEquals(Metric.ACCURACY, scored.metric());
    assertEquals(0, scored.head());
    assertTrue(scored.score() > 0.8, scored.toString());
    WrittenText text = scored.texts().orElseThrow().getFirst();
    assertTrue(text.source().startsWith("letters sentence: "), text.source());
  }

  @Test
  void anEncoderAloneRefusesToWriteInASentence() throws Exception {
    new TinyStudy(folder);
    Heard run = train(TinyStudy.EVERYTHING, COPY, settings(16, 1, 16));
    String message = assertInstanceOf(TrialOutcome.Failed.class, run.outcome()).message();
    assertTrue(message.contains("choose a T5 or BART backbone"), message);
  }

  private Heard train(Tuning tuning, TaskSource task, TrainingSettings settings) {
    TrialSpec trial =
        new TrialSpec(
            "one",
            folder.toString(),
            tuning,
            task,
            settings,
            new Seed(7),
            new Seed(1),
            Split.CONFIRMATION);
    return Heard.of(trainer, trial);
  }

  private static TrainingSettings settings(int examples, int epochs, int microBatch) {
    LearningRates rates = new LearningRates(1e-2, 1e-2, 1e-2, 1e-2, 1e-2, 1e-2);
    return new TrainingSettings(examples, epochs, 16, microBatch, 16, rates, 0.1, 0.01, 1)
        .withScored(Optional.of(40));
  }

  /// Whether the first of some letters is from the beginning of the alphabet.
  private TaskSource letters() throws Exception {
    Files.writeString(folder.resolve("train.csv"), rows(200, 1));
    Files.writeString(folder.resolve("dev.csv"), rows(40, 2));
    return new TaskSource.Labelled(
        "letters",
        folder.resolve("train.csv"),
        folder.resolve("dev.csv"),
        FileFormat.COMMA,
        "text",
        Optional.empty(),
        "label");
  }

  private static String rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder rows = new StringBuilder("text,label\n");
    for (int i = 0; i < count; i++) {
      boolean early = random.nextBoolean();
      int from = early ? 'a' : 'n';
      for (int letter = 0; letter < 4; letter++) {
        rows.append((char) (from + random.nextInt(13))).append(letter < 3 ? " " : "");
      }
      rows.append(early ? ",y\n" : ",n\n");
    }
    return rows.toString();
  }
}
