package spindle.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import spindle.study.TrialOutcome;

/// What happens to trials for which the memory of their device does not suffice.
final class WorkerMemoryTest {

  private static final TrialOutcome SHORT = new TrialOutcome.OutOfMemory(1, "out of memory");

  @Test
  void aTrialThatOthersLeftTooLittleMemoryIsTrainedAlone() {
    try (LocalTrialRunner runner = runner(3)) {
      Recorder endless = Recorder.of(runner, Trials.trial("a", "endless"));
      endless.awaitStep();
      Recorder hungry = Recorder.of(runner, Trials.trial("b", "hungry"));
      Polling.until(() -> runs(hungry) == 1 && runner.workers().getFirst().steps().size() == 1);
      Recorder next = Recorder.of(runner, Trials.trial("c", "endless"));
      runner.cancel("a");

      assertInstanceOf(TrialOutcome.Scored.class, hungry.outcome());
      assertEquals(2, runs(hungry));
      assertEquals(1, runner.workers().getFirst().starts());
      next.awaitStep();
    }
  }

  @Test
  void aTrialThatStarvesAloneAsWellIsGivenUp() {
    try (LocalTrialRunner runner = runner(2)) {
      Recorder starving = Recorder.of(runner, Trials.trial("a", "meet-starving"));
      Recorder later = Recorder.of(runner, Trials.trial("b", "meet"));

      assertEquals(SHORT, starving.outcome());
      assertEquals(2, runs(starving));
      assertInstanceOf(TrialOutcome.Scored.class, later.outcome());
    }
  }

  @Test
  void aTrialThatStarvesAloneEndsAtOnce() {
    try (LocalTrialRunner runner = runner(2)) {
      Recorder recorder = Recorder.of(runner, Trials.trial("a", "starving"));

      assertEquals(SHORT, recorder.outcome());
      assertEquals(1, runs(recorder));
    }
  }

  @Test
  void aTrialThatWaitsToBeAloneCanBeCancelled() {
    try (LocalTrialRunner runner = runner(2)) {
      Recorder endless = Recorder.of(runner, Trials.trial("a", "endless"));
      endless.awaitStep();
      Recorder hungry = Recorder.of(runner, Trials.trial("b", "hungry"));
      Polling.until(() -> runs(hungry) == 1 && runner.workers().getFirst().steps().size() == 1);
      runner.cancel("b");

      assertInstanceOf(TrialOutcome.Cancelled.class, hungry.outcome());
      assertEquals(1, runs(hungry));
    }
  }

  private static LocalTrialRunner runner(int slots) {
    return Trials.runner(List.of(new DeviceSlots("cpu", slots)));
  }

  private static long runs(Recorder recorder) {
    return recorder.heard().stream().filter("started 40"::equals).count();
  }
}
