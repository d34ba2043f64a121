package spindle.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.cli.CommandLines;
import spindle.cli.Services;
import spindle.cli.Terminal;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.ParameterCount.Pooler;
import spindle.design.Precision;
import spindle.study.BackboneCatalog;
import spindle.study.BackboneInfo;
import spindle.study.Place;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.RunLimits;
import spindle.study.StudyRecords;
import spindle.study.TrialRunner;
import spindle.task.Metric;
import spindle.ui.setup.SetupOptions.Criterion;
import spindle.ui.setup.SetupOptions.Judging;
import spindle.ui.setup.SetupOptions.Layout;
import spindle.ui.setup.SetupOptions.Own;
import spindle.ui.setup.SetupOptions.Sampling;
import spindle.ui.setup.SetupOptions.Stacks;
import spindle.ui.window.FakeMachine;

/// The form and the command line make the same study.
class SetupTwinTest {

  private static final Pattern WORD = Pattern.compile("(?:[^\\s'\\\\]|'[^']*'|\\\\.)+");
  private static final Pattern PIECE = Pattern.compile("'([^']*)'|\\\\(.)|([^'\\\\]+)");
  private static final BackboneInfo BART =
      new BackboneInfo(
          "bart",
          Path.of("bart"),
          new BackboneShape(Family.BART, 6, 6, 384, 384, 1536, 12, FeedForward.PLAIN, 33_360_000),
          Pooler.PRESENT,
          30_522,
          512);

  @TempDir Path folder;
  private final Map<SetupField, String> texts = new EnumMap<>(SetupField.class);

  @BeforeEach
  void fill() {
    for (SetupField field : SetupField.values()) {
      texts.put(field, field.usual());
    }
    texts.put(SetupField.FILE, folder.resolve("it's one.spindle").toString());
  }

  private SetupDraft draft(Set<String> practice, SetupOptions options) {
    SetupReader.Reading reading =
        SetupReader.read(new SetupValues(texts, practice, Set.of(), options), Optional.of(BART));
    assertEquals(Map.of(), reading.problems());
    return reading.draft().orElseThrow();
  }

  private static TrialRunner untrained(List<Place> places) {
    throw new AssertionError("nothing is trained on " + places);
  }

  /// Runs a copied line and returns what the command line kept.
  private void assertSame(SetupDraft draft) throws IOException {
    try (FakeMachine machine = new FakeMachine(folder, SetupTwinTest::untrained)) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
      Services services =
          new Services(
              () -> machine.desk().runners(),
              OneBackbone::new,
              () -> {
                throw new AssertionError("nothing is compared");
              },
              machine::desk);
      int end =
          CommandLines.create(
                  services,
                  new Terminal(stream, stream, Terminal.Kind.PLAIN),
                  folder.resolve("log"))
              .execute(words(draft.command()).toArray(String[]::new));
      assertEquals(0, end, draft.command() + "\n" + said.toString(StandardCharsets.UTF_8));
      try (StudyRecords kept = machine.desk().files().read(draft.file())) {
        assertEquals(draft.plan(), kept.plan(), draft.command());
        assertEquals(RunLimits.on(draft.places()), kept.limits(), draft.command());
      }
      Files.delete(draft.file());
    }
  }

  /// Takes a line apart as a shell does, and leaves out what starts the program.
  private static List<String> words(String line) {
    List<String> words =
        WORD.matcher(line)
            .results()
            .map(MatchResult::group)
            .map(word -> PIECE.matcher(word).replaceAll("$1$2$3"))
            .toList();
    return words.subList(words.indexOf("study"), words.size());
  }

  @Test
  void whatIsAsUsualIsNotSaid() throws IOException {
    SetupDraft draft = draft(Set.of("reviews"), options(new SplittableRandom(1), 0));
    String command = draft.command();
    for (String option :
        List.of(
            "rate", "warmup", "decay", "clip", "order", "confidence", "criterion", "diverged")) {
      assertEquals(-1, command.indexOf("--" + option), command);
    }
    assertSame(draft);
  }

  @Test
  void theCopiedCommandMakesTheSameStudyWhateverIsChosen() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 60; i++) {
      fill();
      for (SetupField field : SetupField.values()) {
        if (random.nextInt(3) == 0) {
          other(field, random);
        }
      }
      Set<String> practice = new LinkedHashSet<>(List.of("reviews"));
      if (random.nextBoolean()) {
        practice.add("copy");
      }
      assertSame(draft(practice, options(random, 3)));
    }
  }

  @Test
  void ownFilesAreTakenAlong() throws IOException {
    Path train =
        Files.writeString(folder.resolve("my train.csv"), "a,b\nu,1\nv,0\nw,1\nx,0\ny,1\nz,0\n");
    Path dev = Files.writeString(folder.resolve("dev.csv"), "a,b\nx,1\ny,0\n");
    texts.put(SetupField.TRAIN, train.toString());
    texts.put(SetupField.DEV, dev.toString());
    texts.put(SetupField.TEXT, "a");
    texts.put(SetupField.LABEL, "b");
    assertSame(draft(Set.of(), options(new SplittableRandom(1), 0)));
  }

  /// Writes another value than the usual one where there is one.
  private void other(SetupField field, RandomGenerator random) {
    String text =
        switch (field) {
          case BUDGET -> String.valueOf(0.01 + random.nextDouble());
          case GROUPS -> String.valueOf(2 + random.nextInt(2));
          case DRAWS -> String.valueOf(20 + random.nextInt(200));
          case FIRST -> String.valueOf(4 + random.nextInt(10));
          case EVERY, TOKENS -> String.valueOf(4 + random.nextInt(30));
          case EXAMPLES, EPOCHS, SCORED, BEST, SEED, SLOTS ->
              String.valueOf(1 + random.nextInt(500));
          case FUSE -> String.valueOf(1 + random.nextInt(Place.MOST_FUSED));
          case BATCH -> String.valueOf(8 + random.nextInt(90));
          case MICRO -> String.valueOf(1 + random.nextInt(8));
          case ADAPTER, PREFIX, BITFIT, LORA, HEAD, FULL ->
              String.valueOf(Math.pow(10, -6 * random.nextDouble()));
          case WARMUP, DECAY -> String.valueOf(random.nextDouble());
          case CLIP -> String.valueOf(10 * random.nextDouble() + 1e-9);
          case CONFIDENCE -> String.valueOf(0.5 + (1 + random.nextInt(499)) / 1000.0);
          case ORDER -> random.nextBoolean() ? "G2, groups, grouping" : "allocation";
          case DEVICES -> "cpu, gpu:1";
          case FILE, BACKBONE, GLUE, TRAIN, DEV, TEXT, SECOND, LABEL, SOURCE, TARGET ->
              texts.getOrDefault(field, "");
        };
    texts.put(field, text);
  }

  /// Returns choices, of each list one of its first or of all.
  private static SetupOptions options(RandomGenerator random, int most) {
    return new SetupOptions(
        one(Sampling.values(), random, most),
        Own.LABELLED,
        Layout.ENDING,
        Metric.ROUGE_L,
        one(Precision.values(), random, most),
        one(Stacks.values(), random, most),
        new Judging(
            one(Criterion.values(), random, most),
            one(Protocol.Diverged.values(), random, most),
            one(Presets.Extent.values(), random, most)));
  }

  private static <T> T one(T[] choices, RandomGenerator random, int most) {
    return choices[most == 0 ? 0 : random.nextInt(Math.min(most, choices.length))];
  }

  /// A machine with one backbone, which has a decoder.
  private static final class OneBackbone implements BackboneCatalog {
    @Override
    public List<BackboneInfo> list() {
      return List.of(BART);
    }

    @Override
    public BackboneInfo inspect(String backbone) {
      assertEquals("bart", backbone);
      return BART;
    }
  }
}
