package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spindle.task.Metric;

/// What is measured before a study starts.
@Timeout(60)
final class PreflightTest {

  private static final StudyPlan PLAN =
      StudyFixtures.plan(
          new SamplingPlan.Paired(6, 4, 2, 0.95),
          List.of(new StageKind.Grouping(), new StageKind.Allocation()));
  private static final List<Place> PLACES = List.of(new Place(new Device.Cpu(), 2));

  @Test
  void theTimeOfAStepTimesTheStepsAndTheScoringIsTheTimeOfADesign() throws InterruptedException {
    int tasks = PLAN.subject().tasks().size();
    Preflight measured = PreflightRun.of(PLAN, PLACES, new Slow(Duration.ofMillis(20)));
    assertEquals(List.of(), measured.problems());
    assertEquals(2, measured.probes().size());
    for (Preflight.Probe probe : measured.probes()) {
      // 100 steps of 2 ms each at least, and one second for the scoring, on each task
      assertTrue(probe.time().toMillis() >= tasks * 1190L, probe::toString);
      assertEquals(7_000_000, probe.memoryBytes());
    }
  }

  @Test
  void theRangeGoesFromTheFirstLookToTheLimit() throws InterruptedException {
    Preflight measured = PreflightRun.of(PLAN, PLACES, new Slow(Duration.ofMillis(1)));
    int candidates = 5 + 3;
    assertEquals(4 * candidates, measured.fewest());
    assertEquals(6 * candidates, measured.most());
    assertTrue(measured.shortest().orElseThrow().compareTo(measured.longest().orElseThrow()) < 0);
    assertTrue(measured.sentence().startsWith("A design takes "), measured::sentence);
  }

  @Test
  void aDesignThatDoesNotFitIsAProblemInWords() throws InterruptedException {
    Preflight measured = PreflightRun.of(PLAN, PLACES, new Slow(Duration.ZERO));
    assertEquals(List.of(), measured.probes());
    assertTrue(measured.sentence().contains("out of memory at step 1: full"), measured::sentence);
  }

  /// Trainings of 100 steps that report after ten and take their time until they are stopped; the
  /// scoring takes a second. Without time they do not fit into memory.
  private static final class Slow implements TrialRunner {

    private final Duration tenSteps;
    private final Map<String, TrialListener> running = new ConcurrentHashMap<>();

    Slow(Duration tenSteps) {
      this.tenSteps = tenSteps;
    }

    @Override
    public void submit(TrialSpec trial, TrialListener listener) {
      listener.started(trial, trial.settings().examples() == trial.settings().batch() ? 1 : 100);
      listener.occupied(trial, 7_000_000);
      if (tenSteps.isZero()) {
        listener.finished(trial, new TrialOutcome.OutOfMemory(1, "full"));
      } else if (trial.id().endsWith("score")) {
        listener.finished(
            trial,
            new TrialOutcome.Scored(Metric.ACCURACY, 0.5, 0.7, 9, 9, 1, Duration.ofSeconds(1)));
      } else {
        train(trial, listener);
      }
    }

    private void train(TrialSpec trial, TrialListener listener) {
      running.put(trial.id(), listener);
      try {
        Thread.sleep(tenSteps);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      listener.progressed(trial, 10, 0.7, 100);
      Objects.requireNonNull(running.remove(trial.id()))
          .finished(trial, new TrialOutcome.Cancelled(10));
    }

    @Override
    public void cancel(String trial) {
      assertTrue(running.containsKey(trial), "only a running trial is stopped");
    }

    @Override
    public void close() {}
  }
}
