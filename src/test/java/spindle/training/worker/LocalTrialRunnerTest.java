package spindle.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spindle.design.Precision.BFLOAT16;
import static spindle.design.Precision.FLOAT32;
import static spindle.design.Precision.TF32;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// Trials in a real worker process with a fake trainer.
final class LocalTrialRunnerTest {

  private static final List<DeviceSlots> ONE_SLOT = List.of(new DeviceSlots("cpu", 1));
  private static final List<DeviceSlots> TWO_SLOTS = List.of(new DeviceSlots("cpu", 2));

  @Test
  void aListenerHearsEveryStepInOrderAndTheOutcomeLast() {
    try (LocalTrialRunner runner = Trials.runner(ONE_SLOT)) {
      Recorder recorder = Recorder.of(runner, Trials.trial("a", "quick"));
      TrialOutcome outcome = recorder.outcome();

      List<String> expected = new ArrayList<>(List.of("started 40"));
      IntStream.rangeClosed(1, 40).forEach(step -> expected.add("step " + step));
      expected.addAll(List.of("scored 1", "finished"));
      assertEquals(expected, recorder.heard());
      assertInstanceOf(TrialOutcome.Scored.class, outcome);
      assertEquals(Map.of("fake", "1", "tf32", "0"), runner.workers().getFirst().versions());
    }
  }

  @Test
  void twoSlotsTrainAtTheSameTime() {
    try (LocalTrialRunner runner = Trials.runner(TWO_SLOTS)) {
      Recorder first = Recorder.of(runner, Trials.trial("a", "meet"));
      Recorder second = Recorder.of(runner, Trials.trial("b", "meet"));

      assertInstanceOf(TrialOutcome.Scored.class, first.outcome());
      assertInstanceOf(TrialOutcome.Scored.class, second.outcome());
      assertEquals(1, runner.workers().getFirst().starts());
    }
  }

  @Test
  void aTrialInTf32HasAWorkerThatMultipliesSo() {
    try (LocalTrialRunner runner = Trials.runner(TWO_SLOTS)) {
      List<String> formats = new ArrayList<>();
      for (var precision : List.of(FLOAT32, TF32, TF32, BFLOAT16, FLOAT32)) {
        TrialSpec trial = Trials.trial("t" + formats.size(), "quick");
        Recorder.of(runner, Trials.in(trial, precision)).outcome();
        formats.add(runner.workers().getFirst().versions().get("tf32"));
      }
      assertEquals(List.of("0", "1", "1", "0", "0"), formats);
      assertEquals(3, runner.workers().getFirst().starts());
    }
  }

  @Test
  void trialsOfBothFormatsThatWaitTogetherAllEnd() {
    try (LocalTrialRunner runner = Trials.runner(TWO_SLOTS)) {
      List<Recorder> recorders =
          IntStream.range(0, 5)
              .mapToObj(i -> Trials.in(Trials.trial("t" + i, "quick"), i % 2 == 0 ? FLOAT32 : TF32))
              .map(trial -> Recorder.of(runner, trial))
              .toList();
      recorders.forEach(r -> assertInstanceOf(TrialOutcome.Scored.class, r.outcome()));
    }
  }

  @Test
  void aWorkerIsToldHowManySlotsTrainTogether() {
    try (LocalTrialRunner runner = Trials.runner(List.of(new DeviceSlots("cpu", 3, 2)))) {
      Recorder.of(runner, Trials.trial("a", "quick")).outcome();
      assertEquals("2", runner.workers().getFirst().versions().get("fake"));
    }
    assertThrows(IllegalArgumentException.class, () -> new DeviceSlots("cpu", 3, 4));
  }

  @Test
  void twoDevicesHaveAWorkerEach() {
    List<DeviceSlots> devices = List.of(new DeviceSlots("gpu:0", 1), new DeviceSlots("gpu:1", 1));
    try (LocalTrialRunner runner = Trials.runner(devices)) {
      Recorder first = Recorder.of(runner, Trials.trial("a", "endless"));
      Recorder second = Recorder.of(runner, Trials.trial("b", "endless"));
      assertSteps(first, second);

      List<Integer> running = runner.workers().stream().map(w -> w.steps().size()).toList();
      assertEquals(List.of(1, 1), running);
    }
  }

  @Test
  void aCancelledTrialStopsAfterItsStepAndFreesItsSlot() {
    try (LocalTrialRunner runner = Trials.runner(ONE_SLOT)) {
      Recorder running = Recorder.of(runner, Trials.trial("a", "endless"));
      Recorder queued = Recorder.of(runner, Trials.trial("b", "quick"));
      Recorder next = Recorder.of(runner, Trials.trial("c", "quick"));
      assertSteps(running);

      runner.cancel("b");
      runner.cancel("a");
      runner.cancel("unknown");

      assertEquals(new TrialOutcome.Cancelled(0), queued.outcome());
      assertEquals(List.of("finished"), queued.heard());
      assertTrue(((TrialOutcome.Cancelled) running.outcome()).step() > 0);
      assertInstanceOf(TrialOutcome.Scored.class, next.outcome());
    }
  }

  @Test
  void aTrialThatCannotBeTrainedIsAnOutcomeAndTheWorkerGoesOn() {
    try (LocalTrialRunner runner = Trials.runner(ONE_SLOT)) {
      Recorder failed = Recorder.of(runner, Trials.trial("a", "nowhere"));
      Recorder memory = Recorder.of(runner, Trials.trial("b", "heap"));
      Recorder diverged = Recorder.of(runner, Trials.trial("c", "diverge"));

      assertEquals(new TrialOutcome.Failed("no backbone nowhere"), failed.outcome());
      assertEquals(new TrialOutcome.OutOfMemory(0, "no heap left"), memory.outcome());
      assertEquals(new TrialOutcome.Diverged(2), diverged.outcome());
      assertEquals(List.of("started 40", "step 1", "finished"), diverged.heard());
      assertEquals(1, runner.workers().getFirst().starts());
    }
  }

  @Test
  void whatNativeCodePrintsDoesNoHarm() {
    try (LocalTrialRunner runner = Trials.runner(ONE_SLOT)) {
      Recorder recorder = Recorder.of(runner, Trials.trial("a", "print"));

      assertInstanceOf(TrialOutcome.Scored.class, recorder.outcome());
      assertEquals(43, recorder.heard().size());
      assertEquals(1, runner.workers().getFirst().starts());
    }
  }

  @Test
  void twoHundredTrialsGoThroughOneWorkerAndScoreTheSameInTwoSlots() {
    List<Double> one = scores(ONE_SLOT);
    assertEquals(200, one.size());
    assertEquals(one, scores(TWO_SLOTS));
  }

  @Test
  void aWornWorkerIsReplaced() {
    try (LocalTrialRunner runner = Trials.runner(ONE_SLOT, Trials.settings(2))) {
      List<Recorder> recorders =
          IntStream.range(0, 5)
              .mapToObj(i -> Recorder.of(runner, Trials.trial("t" + i, "quick")))
              .toList();

      recorders.forEach(r -> assertInstanceOf(TrialOutcome.Scored.class, r.outcome()));
      assertEquals(3, runner.workers().getFirst().starts());
    }
  }

  @Test
  void aTrialIsNotSubmittedTwiceNorToAClosedRunner() {
    LocalTrialRunner runner = Trials.runner(ONE_SLOT);
    try (runner) {
      Recorder.of(runner, Trials.trial("a", "endless"));
      assertThrows(
          IllegalStateException.class, () -> Recorder.of(runner, Trials.trial("a", "quick")));
    }
    assertThrows(
        IllegalStateException.class, () -> Recorder.of(runner, Trials.trial("b", "quick")));
  }

  private static List<Double> scores(List<DeviceSlots> devices) {
    try (LocalTrialRunner runner = Trials.runner(devices)) {
      List<Recorder> recorders =
          IntStream.range(0, 200)
              .mapToObj(i -> Recorder.of(runner, Trials.trial("t" + i, "quick")))
              .toList();
      List<Double> scores = recorders.stream().map(Recorder::score).toList();
      assertEquals(1, runner.workers().getFirst().starts());
      return scores;
    }
  }

  private static void assertSteps(Recorder... recorders) {
    for (Recorder recorder : recorders) {
      recorder.awaitStep();
    }
  }
}
