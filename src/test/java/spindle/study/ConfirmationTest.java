package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spindle.design.Design;
import spindle.design.Preset;
import spindle.study.ConfirmationPlan.Control;
import spindle.task.Split;

class ConfirmationTest {

  private static final StudyPlan PLAN = StudyFixtures.plan(new SamplingPlan.Paired(8, 4, 4, 0.95));
  private static final Design S4 = Preset.S4.design(12).orElseThrow();

  @Test
  void thePatternMeetsFullFineTuningAndTheUniformBaselines() {
    Confirmation confirmation = confirmation(_ -> List.of(), Control.NONE);
    assertEquals(
        List.of("pattern", "Full", "Adapter", "Prefix", "BitFit", "LoRA"),
        confirmation.contenders().stream().map(Contender::name).toList());
    List<TrialSpec> wanted = confirmation.wanted();
    assertEquals(6 * 4 * 2, wanted.size());
    assertTrue(wanted.stream().allMatch(trial -> trial.scoredOn() == Split.CONFIRMATION));
    assertEquals(4, wanted.stream().map(TrialSpec::seed).distinct().count());
    assertEquals(new ConfirmationResult(List.of()), confirmation.result());
  }

  @Test
  void theResultHasIntervalsAndComparesRepetitionByRepetition() {
    var training = new FakeTraining(new SplittableRandom(1), 3);
    Confirmation confirmation = confirmation(training, Control.NONE);
    run(training, confirmation);
    List<ConfirmationResult.Confirmed> result = confirmation.result().contenders();
    assertEquals(6, result.size());
    assertEquals("pattern", result.getFirst().name());
    assertTrue(result.getFirst().ahead().isEmpty());
    for (ConfirmationResult.Confirmed one : result) {
      assertEquals(4, one.repetitions());
      assertTrue(one.interval().contains(one.mean()));
      assertEquals(Set.of("reviews", "grammar"), one.tasks().keySet());
    }
    // LoRA everywhere is what the fake training rewards most.
    ConfirmationResult.Confirmed lora = result.getLast();
    assertEquals("LoRA", lora.name());
    assertTrue(lora.ahead().orElseThrow().interval().high() < 0);
    assertEquals(
        result.getFirst().mean() - lora.mean(), lora.ahead().orElseThrow().difference(), 1e-12);
  }

  @Test
  void anIntervalOfFewRepetitionsIsThatOfStudentsT() {
    // quantiles of t for 1 and 3 degrees of freedom: 12.7062, 3.1824
    Interval two = Comparison.mean(new double[] {1, 3}, 0.95);
    assertEquals(2 - 12.7062, two.low(), 1e-3);
    assertEquals(2 + 12.7062, two.high(), 1e-3);
    assertEquals(
        3.1824 * Math.sqrt(5.0 / 3 / 4),
        Comparison.mean(new double[] {1, 2, 3, 4}, 0.95).high() - 2.5,
        1e-3);
    assertEquals(new Interval(7, 7), Comparison.mean(new double[] {7}, 0.95));
    assertEquals(2 - 12.7062, new Comparison(2, 1, 1, 2).interval(0.95).low(), 1e-3);
  }

  @Test
  void randomSearchTrainsAsManyDesignsAndSendsItsBest() {
    var training = new FakeTraining(new SplittableRandom(1), 3);
    Confirmation confirmation = confirmation(training, Control.RANDOM_SEARCH);
    assertEquals((6 * 4 + 5) * 2, confirmation.wanted().size());
    run(training, confirmation);
    assertEquals("random search", confirmation.contenders().getLast().name());
    assertEquals(7, confirmation.result().contenders().size());
    assertEquals((7 * 4 + 5) * 2, training.ended.size());
  }

  private static Confirmation confirmation(TrialLog log, Control control) {
    var plan = new ConfirmationPlan(StudyFixtures.SETTINGS, 4, control);
    return new Confirmation(new Study(PLAN, log), plan, S4, 5);
  }

  private static void run(FakeTraining training, Confirmation confirmation) {
    while (true) {
      switch (confirmation.next(training.running.keySet(), 3 - training.running.size())) {
        case Step.Train(List<TrialSpec> trials) ->
            trials.forEach(trial -> training.running.put(trial.id(), trial));
        case Step.Await() -> training.endOne();
        case Step.Decide _ -> throw new AssertionError("a confirmation decides nothing");
        case Step.Done() -> {
          return;
        }
      }
    }
  }
}
