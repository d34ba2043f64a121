package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The losses of steps that were not read yet.
///
/// To read one is to wait until the device has computed it: they are read together, as often as
/// they are reported, so that a GPU need not stand still after each step.
final class Losses {

  private final NDManager manager;
  private final Meter meter;
  private final List<Step> steps = new ArrayList<>();

  /// Makes an empty list.
  ///
  /// @param manager what keeps the losses until they are read
  /// @param meter what gets them then
  Losses(NDManager manager, Meter meter) {
    this.manager = manager;
    this.meter = meter;
  }

  private record Step(int number, NDArray loss, int tokens) {}

  /// Takes note of a step; returns the first one whose loss is no finite number, as soon as it is
  /// read.
  OptionalInt add(int step, NDArray loss, int tokens) {
    loss.attach(manager);
    steps.add(new Step(step, loss, tokens));
    return steps.size() < Meter.STEPS ? OptionalInt.empty() : read();
  }

  /// Reads what was not read; returns the first step whose loss is no finite number.
  OptionalInt read() {
    OptionalInt diverged = OptionalInt.empty();
    for (Step step : steps) {
      double loss = step.loss().getFloat();
      step.loss().close();
      if (diverged.isEmpty() && Double.isFinite(loss)) {
        meter.add(step.number(), loss, step.tokens());
      } else if (diverged.isEmpty()) {
        diverged = OptionalInt.of(step.number());
      }
    }
    steps.clear();
    return diverged;
  }
}
