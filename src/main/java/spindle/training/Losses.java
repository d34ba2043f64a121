package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The losses of steps that were not read yet, of one trial or of several that are trained
/// together.
///
/// To read one is to wait until the device has computed it: they are read together, as often as
/// they are reported, so that a GPU need not stand still after each step.
final class Losses {

  private final NDManager manager;
  private final List<Meter> meters;
  private final List<Step> steps = new ArrayList<>();
  private final List<OptionalInt> diverged;

  /// Makes an empty list.
  ///
  /// @param manager what keeps the losses until they are read
  /// @param meters what gets each trial's losses then, up to the first that is no finite number
  Losses(NDManager manager, List<Meter> meters) {
    this.manager = manager;
    this.meters = List.copyOf(meters);
    this.diverged = new ArrayList<>(meters.stream().map(_ -> OptionalInt.empty()).toList());
  }

  private record Step(int number, NDArray losses, List<Integer> tokens) {}

  /// Takes note of a step, and reads as many as are reported at once.
  ///
  /// @param losses one a trial
  /// @param tokens of each trial's batch
  void add(int step, NDArray losses, List<Integer> tokens) {
    losses.attach(manager);
    steps.add(new Step(step, losses, tokens));
    if (steps.size() == Meter.STEPS) {
      read();
    }
  }

  /// Reads what was not read.
  void read() {
    for (Step step : steps) {
      float[] losses = step.losses().toFloatArray();
      step.losses().close();
      IntStream.range(0, losses.length).forEach(trial -> take(trial, losses[trial], step));
    }
    steps.clear();
  }

  private void take(int trial, double loss, Step step) {
    if (diverged.get(trial).isPresent()) {
      return;
    }
    if (Double.isFinite(loss)) {
      meters.get(trial).add(step.number(), loss, step.tokens().get(trial));
    } else {
      diverged.set(trial, OptionalInt.of(step.number()));
    }
  }

  /// Returns the first step of a trial whose loss was no finite number, if one was read.
  OptionalInt diverged(int trial) {
    return diverged.get(trial);
  }
}
