package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.Tuning;
import spindle.study.TrialOutcome.Cancelled;
import spindle.study.TrialOutcome.Diverged;
import spindle.study.TrialOutcome.Failed;
import spindle.study.TrialOutcome.OutOfMemory;
import spindle.task.Metric;
import spindle.task.Split;
import spindle.task.TaskSource;

class TrialKeyTest {

  private static final Tuning TUNING =
      new Tuning.Modules(
          new LayerPlan(
              List.of(
                  List.of(
                      new PeftModule.Lora(8, EnumSet.of(LoraMatrix.VALUE, LoraMatrix.QUERY)),
                      new PeftModule.Adapter(16, AdapterPlacement.PFEIFFER)),
                  List.of(),
                  List.of(new PeftModule.BitFit()))),
          Tuning.Outside.FROZEN);

  /// Study files hold such names: if this test fails, raise the version instead of the expectation.
  @Test
  void theTextIsFixed() {
    assertEquals(
        """
        trial 1
        bundled
        frozen A16:PFEIFFER+L8:QUERY,VALUE||B
        practice\treviews
        examples=256 epochs=3 batch=16 tokens=64 rates=0.001,0.001,0.001,0.001,0.001,1.0E-4 \
        warmup=0.1 decay=0.01 clip=1.0
        3 4
        SELECTION\
        """,
        TrialKey.text(trial(16)));
    assertEquals("f5463a773ff562eb3d496a1e50e18d18", TrialKey.of(trial(16)));
  }

  @Test
  void theMicroBatchDoesNotChangeTheName() {
    assertEquals(TrialKey.of(trial(16)), TrialKey.of(trial(4)));
    assertNotEquals(TrialKey.text(new Tuning.Full()), TrialKey.text(TUNING));
  }

  @Test
  void endsThatAreTheTrialsOwnAreFinal() {
    for (TrialOutcome end :
        List.of(scored(), new Diverged(3), new Failed("no such file"), new Cancelled(2))) {
      assertEquals(Optional.of(end), Retries.result(trial(16), List.of(end)));
    }
  }

  @Test
  void memoryIsTriedOnceMoreWithHalfTheMicroBatch() {
    OutOfMemory full = new OutOfMemory(1, "full");
    assertEquals(Optional.empty(), Retries.result(trial(16), List.of(full)));
    assertEquals(8, Retries.next(trial(16), List.of(full)).settings().microBatch());
    assertEquals(Optional.of(full), Retries.result(trial(16), List.of(full, full)));
    assertEquals(Optional.of(full), Retries.result(trial(1), List.of(full)));
    assertEquals(Optional.of(scored()), Retries.result(trial(16), List.of(full, scored())));
  }

  @Test
  void aDivergedDesignScoresTheFloorOrIsLeftOut() {
    assertEquals(
        new Trials.Measured.Scored((0.8 + 0) / 2),
        measured(Protocol.Diverged.SCORES_FLOOR, new Diverged(3)));
    assertEquals(
        new Trials.Measured.Unscored(), measured(Protocol.Diverged.LEFT_OUT, new Diverged(3)));
    assertEquals(
        new Trials.Measured.Unscored(),
        measured(Protocol.Diverged.SCORES_FLOOR, new Failed("no such file")));
  }

  /// Measures a design whose first task was scored and whose second ended otherwise.
  private static Trials.Measured measured(Protocol.Diverged policy, TrialOutcome second) {
    StudyPlan plan = StudyFixtures.plan(SamplingPlan.DEFAULT);
    Protocol protocol =
        new Protocol(SamplingPlan.DEFAULT, Criterion.DEFAULT, policy, Presets.Extent.PAPER);
    List<TrialSpec> trials = new Trials(plan, _ -> List.of()).selection(TUNING, 0);
    TrialLog log = key -> List.of(key.equals(trials.getFirst().id()) ? scored() : second);
    return new Trials(plan.with(protocol), log).measured(trials);
  }

  @Test
  void theNumberOfScoredExamplesIsPartOfTheNameOnlyWhereItIsLimited() {
    TrialSpec trial = trial(16);
    TrialSpec limited =
        new TrialSpec(
            "t",
            trial.backbone(),
            trial.tuning(),
            trial.task(),
            trial.settings().withScored(Optional.of(200)),
            trial.seed(),
            trial.dataSeed(),
            trial.scoredOn());
    assertFalse(TrialKey.text(trial).contains("scored"));
    assertTrue(TrialKey.text(limited).contains(" scored=200\n"), TrialKey.text(limited));
  }

  private static TrialOutcome scored() {
    return new TrialOutcome.Scored(Metric.ACCURACY, 0.8, 0.3, 1, 1, 1, Duration.ofSeconds(1));
  }

  private static TrialSpec trial(int microBatch) {
    return new TrialSpec(
        "t",
        "bundled",
        TUNING,
        new TaskSource.Practice("reviews"),
        StudyFixtures.SETTINGS.withMicroBatch(microBatch),
        new Seed(3),
        new Seed(4),
        Split.SELECTION);
  }
}
