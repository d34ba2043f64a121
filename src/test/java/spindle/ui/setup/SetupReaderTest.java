package spindle.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.ParameterCount.Pooler;
import spindle.design.Precision;
import spindle.study.BackboneInfo;
import spindle.task.FileFormat;
import spindle.task.Metric;
import spindle.task.TaskSource;
import spindle.ui.setup.SetupOptions.Layout;
import spindle.ui.setup.SetupOptions.Own;
import spindle.ui.setup.SetupOptions.Sampling;
import spindle.ui.setup.SetupOptions.Stacks;

class SetupReaderTest {

  private static final BackboneInfo BERT = backbone(Family.BERT, 12, 0);
  private static final BackboneInfo BART = backbone(Family.BART, 6, 6);
  private static final SetupOptions USUAL =
      new SetupOptions(
          Sampling.PAIRED,
          Own.LABELLED,
          Layout.ENDING,
          Metric.ROUGE_L,
          Precision.FLOAT32,
          Stacks.ONE);

  @TempDir Path folder;
  private final Map<SetupField, String> texts = new EnumMap<>(SetupField.class);

  private static BackboneInfo backbone(Family family, int encoder, int decoder) {
    return new BackboneInfo(
        family.name().toLowerCase(java.util.Locale.ROOT),
        Path.of("x"),
        new BackboneShape(
            family, encoder, decoder, 384, 384, 1536, 12, FeedForward.PLAIN, 33_360_000),
        Pooler.PRESENT,
        30_522,
        512);
  }

  @BeforeEach
  void fill() {
    for (SetupField field : SetupField.values()) {
      texts.put(field, field.usual());
    }
    texts.put(SetupField.FILE, folder.resolve("a.spindle").toString());
  }

  private Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "x").toAbsolutePath().normalize();
  }

  private SetupReader.Reading read(BackboneInfo info, SetupOptions options, String... practice) {
    return SetupReader.read(
        new SetupValues(texts, Set.of(practice), Set.of(), options), Optional.of(info));
  }

  private void own(String train, String dev) throws IOException {
    texts.put(SetupField.TRAIN, file(train).toString());
    texts.put(SetupField.DEV, file(dev).toString());
  }

  @Test
  void textsToWriteAreTakenAsTheCommandLineTakesThem() throws IOException {
    own("train.jsonl", "dev.jsonl");
    texts.put(SetupField.SOURCE, "translation.en");
    texts.put(SetupField.TARGET, "translation.ro");
    SetupOptions options =
        new SetupOptions(
            Sampling.PAIRED, Own.TEXTS, Layout.ENDING, Metric.BLEU, Precision.FLOAT32, Stacks.ONE);
    SetupReader.Reading reading = read(BART, options);
    assertEquals(Map.of(), reading.problems());
    SetupDraft draft = reading.draft().orElseThrow();
    assertEquals(
        new TaskSource.Texts(
            "train",
            folder.resolve("train.jsonl").toAbsolutePath().normalize(),
            folder.resolve("dev.jsonl").toAbsolutePath().normalize(),
            FileFormat.JSON_LINES,
            "translation.en",
            "translation.ro",
            Metric.BLEU),
        draft.study().tasks().getFirst());
    String command = draft.command();
    assertTrue(
        command.contains(
            "--format json-lines --source translation.en --target translation.ro --metric bleu"
                + " --task text"),
        command);
  }

  @Test
  void labelledExamplesMayBeTabbedWhateverTheirEnding() throws IOException {
    own("train.txt", "dev.txt");
    texts.put(SetupField.TEXT, "1");
    texts.put(SetupField.LABEL, "2");
    SetupOptions options =
        new SetupOptions(
            Sampling.PAIRED, Own.LABELLED, Layout.TAB, Metric.BLEU, Precision.FLOAT32, Stacks.ONE);
    SetupDraft draft = read(BERT, options).draft().orElseThrow();
    TaskSource.Labelled task = (TaskSource.Labelled) draft.study().tasks().getFirst();
    assertEquals(FileFormat.TAB, task.format());
    assertTrue(draft.command().contains("--format tab --text 1 --label 2 --task csv"));
  }

  @ParameterizedTest
  @CsvSource({"jsonl,json-lines", "parquet,parquet", "csv,comma"})
  void labelledExamplesAreLaidOutAsTheirEndingTells(String ending, String format)
      throws IOException {
    own("train." + ending, "dev." + ending);
    texts.put(SetupField.TEXT, "a");
    texts.put(SetupField.LABEL, "b");
    SetupDraft draft = read(BERT, USUAL).draft().orElseThrow();
    assertTrue(
        draft.command().contains("--format " + format + " --text a --label b --task csv"),
        draft.command());
  }

  @Test
  void whatOnlyADecoderWritesNeedsOne() {
    assertEquals(Set.of(SetupField.BACKBONE), read(BERT, USUAL, "copy").problems().keySet());
    assertEquals(Map.of(), read(BART, USUAL, "copy").problems());
    assertEquals(Map.of(), read(BERT, USUAL, "reviews").problems());
  }

  @Test
  void numbersAndFormatsReachTheCommand() {
    texts.put(SetupField.MICRO, "8");
    texts.put(SetupField.SCORED, "500");
    texts.put(SetupField.GROUPS, "2");
    SetupOptions options =
        new SetupOptions(
            Sampling.PAPER,
            Own.LABELLED,
            Layout.ENDING,
            Metric.ROUGE_L,
            Precision.BFLOAT16,
            Stacks.TWO);
    SetupDraft draft = read(BART, options, "reviews").draft().orElseThrow();
    assertEquals(4, draft.study().groups());
    assertEquals(Optional.of(6), draft.stacking().border());
    assertEquals(Optional.of(Precision.BFLOAT16), draft.study().settings().precision());
    String command = draft.command();
    for (String part :
        new String[] {
          "--micro-batch 8 ",
          "--scored 500 --precision bfloat16 --groups 2 --stacks two ",
          "--plan paper"
        }) {
      assertTrue(command.contains(part), command);
    }
    texts.put(SetupField.MICRO, "64");
    assertEquals(Set.of(SetupField.MICRO), read(BART, options, "reviews").problems().keySet());
  }

  @Test
  void twoStacksMeanNothingToABackboneWithoutDecoder() {
    SetupOptions options =
        new SetupOptions(
            Sampling.PAIRED,
            Own.LABELLED,
            Layout.ENDING,
            Metric.ROUGE_L,
            Precision.FLOAT32,
            Stacks.TWO);
    SetupDraft draft = read(BERT, options, "reviews").draft().orElseThrow();
    assertEquals(Optional.empty(), draft.stacking().border());
    assertTrue(draft.command().contains("--groups 4 --draws"), draft.command());
  }
}
