package spindle.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.TrialOutcome;

/// What happens to trials whose worker is lost.
final class WorkerLossTest {

  private static final List<DeviceSlots> ONE_SLOT = List.of(new DeviceSlots("cpu", 1));
  private static final List<DeviceSlots> TWO_SLOTS = List.of(new DeviceSlots("cpu", 2));

  @TempDir private Path folder;

  @Test
  void aTrialWhoseWorkerCrashedBeginsAgainAndGivesTheSame() {
    try (LocalTrialRunner runner = Trials.runner(ONE_SLOT)) {
      Recorder undisturbed = Recorder.of(runner, Trials.trial("a", "quick"));
      TrialOutcome expected = undisturbed.outcome();
      Recorder crashed =
          Recorder.of(runner, Trials.trial("a", "crash-once:" + folder.resolve("m")));

      assertEquals(expected, crashed.outcome());
      assertEquals(2, crashed.heard().stream().filter("started 40"::equals).count());
      assertEquals(2, runner.workers().getFirst().starts());
    }
  }

  @Test
  void aKilledWorkerIsReplacedAndItsTrialGoesOn() {
    try (LocalTrialRunner runner = Trials.runner(ONE_SLOT)) {
      Recorder recorder = Recorder.of(runner, Trials.trial("a", "endless"));
      recorder.awaitStep();
      ProcessHandle worker = process(runner);
      assertTrue(worker.destroyForcibly());
      Recorder next = Recorder.of(runner, Trials.trial("b", "quick"));
      awaitStarts(runner, 2);
      runner.cancel("a");

      assertInstanceOf(TrialOutcome.Cancelled.class, recorder.outcome());
      assertInstanceOf(TrialOutcome.Scored.class, next.outcome());
    }
  }

  @Test
  void aTrialThatCrashesItsWorkerThreeTimesIsLostAndTakesNoOtherWithIt() {
    try (LocalTrialRunner runner = Trials.runner(TWO_SLOTS)) {
      Recorder innocent = Recorder.of(runner, Trials.trial("a", "endless"));
      innocent.awaitStep();
      Recorder guilty = Recorder.of(runner, Trials.trial("b", "crash"));
      Recorder next = Recorder.of(runner, Trials.trial("c", "quick"));
      awaitStarts(runner, 2);
      runner.cancel("a");

      String message = ((TrialOutcome.Lost) guilty.outcome()).message();
      assertEquals(
          "The worker was lost in each of 3 runs, in the last because it was killed by signal 6"
              + " after the words \"about to crash\"",
          message);
      assertInstanceOf(TrialOutcome.Cancelled.class, innocent.outcome());
      assertInstanceOf(TrialOutcome.Scored.class, next.outcome());
    }
  }

  @Test
  void anErrorInASlotReplacesTheWorker() {
    try (LocalTrialRunner runner = Trials.runner(ONE_SLOT)) {
      Recorder recorder = Recorder.of(runner, Trials.trial("a", "error"));

      assertEquals(
          new TrialOutcome.Lost(
              "The worker was lost in each of 3 runs, in the last because the library does not fit"),
          recorder.outcome());
      assertEquals(3, runner.workers().getFirst().starts());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSilentWorkerIsKilledAndReplaced() throws IOException, InterruptedException {
    WorkerSettings settings = Trials.settings(Duration.ofSeconds(2), Integer.MAX_VALUE);
    try (LocalTrialRunner runner = Trials.runner(ONE_SLOT, settings)) {
      Recorder recorder = Recorder.of(runner, Trials.trial("a", "endless"));
      recorder.awaitStep();
      ProcessHandle worker = process(runner);
      new ProcessBuilder("kill", "-STOP", Long.toString(worker.pid())).start().waitFor();
      awaitStarts(runner, 2);
      runner.cancel("a");

      assertInstanceOf(TrialOutcome.Cancelled.class, recorder.outcome());
    }
  }

  @Test
  void trialsOfADeviceThatIsNotThereAreLostWithTheReason() {
    try (LocalTrialRunner runner = Trials.runner(List.of(new DeviceSlots("absent", 1)))) {
      Recorder recorder = Recorder.of(runner, Trials.trial("a", "quick"));

      assertEquals(
          new TrialOutcome.Lost("No worker can be started: absent: there is no such device"),
          recorder.outcome());
      assertEquals(1, runner.workers().getFirst().starts());
    }
  }

  @Test
  void aWorkerThatDiesAtItsStartIsTriedThreeTimes() {
    try (LocalTrialRunner runner = Trials.runner(List.of(new DeviceSlots("dying", 1)))) {
      Recorder recorder = Recorder.of(runner, Trials.trial("a", "quick"));

      assertEquals(
          new TrialOutcome.Lost("No worker can be started: dying: it was killed by signal 6"),
          recorder.outcome());
      assertEquals(3, runner.workers().getFirst().starts());
    }
  }

  @Test
  void aDeviceThatIsNotThereLeavesTheOthersAtWork() {
    List<DeviceSlots> devices = List.of(new DeviceSlots("absent", 1), new DeviceSlots("cpu", 1));
    try (LocalTrialRunner runner = Trials.runner(devices)) {
      List<Recorder> recorders =
          List.of("a", "b", "c").stream()
              .map(id -> Recorder.of(runner, Trials.trial(id, "quick")))
              .toList();

      recorders.forEach(r -> assertInstanceOf(TrialOutcome.Scored.class, r.outcome()));
    }
  }

  private static ProcessHandle process(LocalTrialRunner runner) {
    long pid = runner.workers().getFirst().process().orElseThrow();
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static void awaitStarts(LocalTrialRunner runner, int starts) {
    Polling.until(() -> runner.workers().getFirst().starts() >= starts);
  }
}
