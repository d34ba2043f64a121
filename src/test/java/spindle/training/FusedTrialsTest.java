package spindle.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.Tuning;
import spindle.study.Seed;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// Slots whose trials meet and are trained together, from their first step to their scores.
@Tag("engine")
final class FusedTrialsTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  /// Twelve steps of AdamW with a rate of 1e-2 lead rounding errors of a loss from 4e-6 to less
  /// than a hundred times as much.
  private static final double LOSS = 4e-4;

  /// A last digit may change the order of two texts, and so a rank correlation.
  private static final double RANKS = 0.02;

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
        seeds(upper(), 2).stream().map(trial -> TinyStudy.withMicroBatch(trial, 5)).toList();
    compare(alone(trials), together(trials, 2, LONG), 2);
  }

  @Test
  void trialsOfTwoTasksKeepTheirTextsAndScores() throws Exception {
    List<TrialSpec> same = seeds(upper(), 2);
    List<TrialSpec> trials =
        List.of(
            TinyStudy.withTask(same.get(0), study.ratings(3)),
            TinyStudy.withTask(same.get(1), study.ratings(4)));
    List<Heard> alone = alone(trials);
    assertNotEquals(alone.get(0).scored().score(), alone.get(1).scored().score(), RANKS);
    compare(alone, together(trials, 2, LONG), 2);
  }

  @Test
  void trialsOfAnotherStructureAreNotWaitedForForEver() throws Exception {
    List<TrialSpec> trials = List.of(seeds(upper(), 1).getFirst(), study.trial("other", lora(0)));
    List<Heard> alone = alone(trials);
    List<Heard> together = together(trials, 2, Duration.ofMillis(50));
    assertEquals(
        alone.stream().map(Heard::losses).toList(), together.stream().map(Heard::losses).toList());
  }

  @Test
  void oneThatIsCancelledLeavesTheOthersGoing() throws Exception {
    List<TrialSpec> trials = seeds(upper(), 2);
    List<Heard> alone = alone(trials);
    try (TorchTrainer trainer = open(2, LONG);
        ExecutorService slots = Executors.newFixedThreadPool(2)) {
      Future<Heard> stays = slots.submit(() -> Heard.of(trainer, trials.get(0)));
      Future<Heard> stops =
          slots.submit(() -> Heard.of(trainer, trials.get(1), losses -> !losses.isEmpty()));
      assertInstanceOf(TrialOutcome.Cancelled.class, stops.get().outcome());
      compare(alone.subList(0, 1), List.of(stays.get()), 1);
    }
  }

  private static void compare(List<Heard> alone, List<Heard> together, int count) {
    for (int trial = 0; trial < count; trial++) {
      TrialOutcome.Scored expected = alone.get(trial).scored();
      TrialOutcome.Scored actual = together.get(trial).scored();
      assertEquals(expected.score(), actual.score(), RANKS);
      assertEquals(expected.loss(), actual.loss(), LOSS);
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

  private List<Heard> alone(List<TrialSpec> trials) {
    try (TorchTrainer trainer = open(1, Duration.ZERO)) {
      return trials.stream().map(trial -> Heard.of(trainer, trial)).toList();
    }
  }

  private List<Heard> together(List<TrialSpec> trials, int most, Duration patience)
      throws Exception {
    try (TorchTrainer trainer = open(most, patience);
        ExecutorService slots = Executors.newFixedThreadPool(trials.size())) {
      List<Callable<Heard>> work = new ArrayList<>();
      trials.forEach(trial -> work.add(() -> Heard.of(trainer, trial)));
      List<Heard> runs = new ArrayList<>();
      for (Future<Heard> run : slots.invokeAll(work)) {
        runs.add(run.get());
      }
      return runs;
    }
  }

  private List<TrialSpec> seeds(Tuning tuning, int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            TinyStudy.withSeed(study.trial("seed " + i, tuning, 1e-2 / (1 + i)), new Seed(i + 1)))
        .toList();
  }

  private static Tuning upper() {
    return lora(3);
  }

  private static Tuning lora(int first) {
    PeftModule lora = new PeftModule.Lora(2, Collections.singleton(LoraMatrix.QUERY));
    return TinyStudy.from(first, List.of(lora, new PeftModule.BitFit()));
  }

  private static TorchTrainer open(int most, Duration patience) {
    return TorchTrainer.open(
        "cpu", TinyStudy.sources(), StateCache.Limits.usual(), new Gathering(most, patience));
  }
}
