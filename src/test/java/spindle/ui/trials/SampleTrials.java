package spindle.ui.trials;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import spindle.design.Tuning;
import spindle.export.TrialTable;
import spindle.study.LearningRates;
import spindle.study.Seed;
import spindle.study.StudyRow;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.Metric;
import spindle.task.Split;
import spindle.task.TaskSource;

/// A study for tests of the table.
public final class SampleTrials implements TrialsGateway {
  private static final String[] CANDIDATES = {"Spindle", "Bottleneck", "Uniform"};
  private static final String[] GROUPS = {"(2,4,4,2)", "(4,2,2,4)", "(3,3,3,3)"};
  private static final String[] SETS = {"AL/AP/APB/PBL", "L/L/A/P", "A/AP/L/B", "PBL/A/A/L"};

  private final List<TrialRow> rows;
  private Consumer<List<TrialRow>> hearer = _ -> {};

  /// Makes a study of some trainings.
  public SampleTrials(int count) {
    rows = IntStream.rangeClosed(1, count).mapToObj(SampleTrials::row).toList();
  }

  /// Returns a training.
  static TrialRow row(int number) {
    SplittableRandom random = new SplittableRandom(number);
    int candidate = number % 3;
    boolean scored = number % 17 != 0;
    double score = random.nextGaussian(0.84 - 0.02 * candidate, 0.015);
    return new TrialRow(
        "t" + number,
        number,
        "Grouping",
        CANDIDATES[candidate],
        "SST-2",
        GROUPS[candidate],
        number % 2 == 0 ? "uniform" : "random",
        number % 5 == 0 ? "G1,G2" : "G1,G2,G3,G4",
        SETS[number % 4],
        160_000 + random.nextInt(6_000),
        scored ? OptionalDouble.of(score) : OptionalDouble.empty(),
        Duration.ofMillis(4_000 + random.nextInt(3_000)),
        scored ? "done" : "diverged at step 12",
        Optional.empty());
  }

  /// Tells of trainings that are new or have changed.
  void tell(TrialRow... news) {
    hearer.accept(List.of(news));
  }

  @Override
  public TrialTable ended() {
    List<StudyRow> ended =
        rows.stream().filter(row -> row.score().isPresent()).map(SampleTrials::ended).toList();
    return TrialTable.of(ended, List.of());
  }

  private static StudyRow ended(TrialRow row) {
    TrialSpec trial =
        new TrialSpec(
            row.id(),
            "bundled",
            new Tuning.Full(),
            new TaskSource.Practice("reviews"),
            new TrainingSettings(96, 1, 16, 16, 32, LearningRates.USUAL, 0.1, 0, 1),
            new Seed(1),
            new Seed(2),
            Split.SELECTION);
    TrialOutcome outcome =
        new TrialOutcome.Scored(
            Metric.ACCURACY,
            row.score().orElseThrow(),
            0.5,
            row.parameters(),
            0,
            10,
            Duration.ofSeconds(1));
    return new StudyRow("main", "grouping", row.candidate(), 0, Optional.empty(), trial, outcome);
  }

  @Override
  public void listen(Consumer<List<TrialRow>> who) {
    hearer = who;
    who.accept(rows);
  }
}
