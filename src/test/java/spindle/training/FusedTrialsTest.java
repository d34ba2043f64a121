package spindle.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.Tuning;
import spindle.study.Seed;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// Slots whose trials meet and are trained together, from their first step to their scores.
@Tag("engine")
final class FusedTrialsTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  /// Twelve steps of AdamW with a rate of 1e-2 lead rounding errors of a loss from 4e-6 to less
  /// than a hundred times as much.
  private static final double LOSS = 4e-4;

  @TempDir Path folder;
  private TinyStudy study;

  @BeforeEach
  void makeStudy() throws Exception {
    study = new TinyStudy(folder);
  }

  @Test
  void trialsThatMeetGiveWhatEachGivesAlone() throws Exception {
    List<TrialSpec> trials = seeds(TinyStudy.EVERYTHING, 3);
    compare(alone(trials), together(trials, 3, LONG), 3);
  }

  @Test
  void trialsThatMeetShareTheStatesOfFrozenLayers() throws Exception {
    List<TrialSpec> trials = seeds(upper(), 2);
    compare(alone(trials), together(trials, 2, LONG), 2);
  }

  @Test
  void smallerBackwardPassesGiveTheSame() throws Exception {
    List<TrialSpec> trials =
        seeds(upper(), 2).stream().map(trial -> study.withMicroBatch(trial, 5)).toList();
    compare(alone(trials), together(trials, 2, LONG), 2);
  }

  @Test
  void trialsOfAnotherStructureAreNotWaitedForForEver() throws Exception {
    List<TrialSpec> trials = List.of(seeds(upper(), 1).getFirst(), study.trial("other", lora(0)));
    List<Run> alone = alone(trials);
    List<Run> together = together(trials, 2, Duration.ofMillis(50));
    assertEquals(
        alone.stream().map(Run::losses).toList(), together.stream().map(Run::losses).toList());
  }

  @Test
  void oneThatIsCancelledLeavesTheOthersGoing() throws Exception {
    List<TrialSpec> trials = seeds(upper(), 2);
    List<Run> alone = alone(trials);
    try (Closing trainer = new Closing(2, LONG);
        ExecutorService slots = Executors.newFixedThreadPool(2)) {
      Future<Run> stays = slots.submit(() -> run(trainer.open, trials.get(0), 0));
      Future<Run> stops = slots.submit(() -> run(trainer.open, trials.get(1), 5));
      assertInstanceOf(TrialOutcome.Cancelled.class, stops.get().outcome());
      compare(alone.subList(0, 1), List.of(stays.get()), 1);
    }
  }

  private record Run(TrialOutcome outcome, List<Double> losses) {}

  private static void compare(List<Run> alone, List<Run> together, int count) {
    for (int trial = 0; trial < count; trial++) {
      var expected = assertInstanceOf(TrialOutcome.Scored.class, alone.get(trial).outcome());
      var actual = assertInstanceOf(TrialOutcome.Scored.class, together.get(trial).outcome());
      assertEquals(expected.score(), actual.score(), 1e-9);
      assertEquals(expected.trainable(), actual.trainable());
      assertEquals(expected.head(), actual.head());
      assertEquals(expected.steps(), actual.steps());
      List<Double> losses = alone.get(trial).losses();
      assertEquals(losses.size(), together.get(trial).losses().size());
      for (int i = 0; i < losses.size(); i++) {
        assertEquals(losses.get(i), together.get(trial).losses().get(i), LOSS);
      }
      assertTrue(losses.size() > 1, losses.toString());
    }
  }

  private List<Run> alone(List<TrialSpec> trials) {
    try (Closing trainer = new Closing(1, Duration.ZERO)) {
      return trials.stream().map(trial -> run(trainer.open, trial, 0)).toList();
    }
  }

  private List<Run> together(List<TrialSpec> trials, int most, Duration patience) throws Exception {
    try (Closing trainer = new Closing(most, patience);
        ExecutorService slots = Executors.newFixedThreadPool(trials.size())) {
      List<Callable<Run>> work = new ArrayList<>();
      trials.forEach(trial -> work.add(() -> run(trainer.open, trial, 0)));
      List<Run> runs = new ArrayList<>();
      for (Future<Run> run : slots.invokeAll(work)) {
        runs.add(run.get());
      }
      return runs;
    }
  }

  /// Trains a trial and cancels it at its first report after some steps; 0 for never.
  private static Run run(TorchTrainer trainer, TrialSpec trial, int last) {
    List<Double> losses = new ArrayList<>();
    TrialOutcome outcome =
        trainer.train(
            trial,
            new TrialListener() {
              @Override
              public void progressed(TrialSpec of, int step, double loss, double speed) {
                losses.add(loss);
              }

              @Override
              public void finished(TrialSpec of, TrialOutcome end) {}
            },
            () -> last > 0 && !losses.isEmpty());
    return new Run(outcome, losses);
  }

  private List<TrialSpec> seeds(Tuning tuning, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          TrialSpec trial = study.trial("seed " + i, tuning, 1e-2 / (1 + i));
          return new TrialSpec(
              trial.id(),
              trial.backbone(),
              trial.tuning(),
              trial.task(),
              trial.settings(),
              new Seed(i + 1),
              trial.dataSeed(),
              trial.scoredOn());
        })
        .toList();
  }

  private static Tuning upper() {
    return lora(3);
  }

  private static Tuning lora(int first) {
    PeftModule lora = new PeftModule.Lora(2, Collections.singleton(LoraMatrix.QUERY));
    List<List<PeftModule>> layers = new ArrayList<>();
    for (int layer = 0; layer < 6; layer++) {
      layers.add(layer < first ? List.of() : List.of(lora, new PeftModule.BitFit()));
    }
    return new Tuning.Modules(new LayerPlan(layers), Tuning.Outside.FROZEN);
  }

  /// A trainer that is closed at the end.
  private static final class Closing implements AutoCloseable {
    final TorchTrainer open;

    Closing(int most, Duration patience) {
      open =
          TorchTrainer.open(
              "cpu", TinyStudy.sources(), StateCache.Limits.usual(), new Gathering(most, patience));
    }

    @Override
    public void close() {
      open.close();
    }
  }
}
