package spindle.ui.plot;

import java.util.Arrays;
import java.util.Optional;

/// The measurements of one training in order: step, seconds since its start, value.
///
/// Grows by appending, on one thread. A value that is not finite is kept and shown as a gap.
public final class Samples {
  private long[] steps = new long[64];
  private double[] seconds = new double[64];
  private double[] values = new double[64];
  private int size;
  private Optional<Range> range = Optional.empty();
  private Optional<Range> positive = Optional.empty();
  private Smoothed last = new Smoothed(0, -1, Scale.LINEAR, Optional.empty());

  /// What was last asked for, and the answer.
  private record Smoothed(double weight, int size, Scale scale, Optional<Range> range) {}

  /// Adds a measurement.
  ///
  /// @throws IllegalArgumentException if the step or the time runs backwards
  public void add(long step, double second, double value) {
    if (size > 0 && (step < steps[size - 1] || second < seconds[size - 1])) {
      throw new IllegalArgumentException(
          "step " + step + " at " + second + " s comes after step " + steps[size - 1]);
    }
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
      seconds = Arrays.copyOf(seconds, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    steps[size] = step;
    seconds[size] = second;
    values[size] = value;
    size++;
    if (Double.isFinite(value)) {
      range = including(range, value);
      positive = value > 0 ? including(positive, value) : positive;
    }
  }

  private static Optional<Range> including(Optional<Range> range, double value) {
    return Optional.of(range.isPresent() ? range.get().with(value) : new Range(value, value));
  }

  /// Returns the least and the greatest finite value that a scale can show, if there is one.
  public Optional<Range> range(Scale scale) {
    return scale == Scale.LOG ? positive : range;
  }

  /// Returns the least and the greatest smoothed value that a scale can show, if there is one.
  ///
  /// @param weight of the past, in `[0, 1)`
  public Optional<Range> smoothedRange(double weight, Scale scale) {
    if (weight == 0) {
      return range(scale);
    }
    if (last.size != size || last.weight != weight || last.scale != scale) {
      Optional<Range> found = Optional.empty();
      for (double value : smoothed(weight)) {
        if (Double.isFinite(value) && (scale != Scale.LOG || value > 0)) {
          found = including(found, value);
        }
      }
      last = new Smoothed(weight, size, scale, found);
    }
    return last.range;
  }

  /// Returns the number of measurements.
  public int size() {
    return size;
  }

  /// Returns the step of a measurement.
  public long step(int index) {
    return steps[index];
  }

  /// Returns the seconds between the start and a measurement.
  public double second(int index) {
    return seconds[index];
  }

  /// Returns the value of a measurement.
  public double value(int index) {
    return values[index];
  }

  /// Returns the values smoothed by an exponential moving average without the pull of its start.
  ///
  /// With weight `w`: `s_t = w s_(t-1) + (1 - w) y_t`, `s_0 = 0`, shown as `s_t / (1 - w^t)` (the
  /// bias correction of Kingma and Ba, 2015). A value that is not finite is passed over and stays a
  /// gap.
  ///
  /// @param weight of the past, in `[0, 1)`; 0 returns the values
  public double[] smoothed(double weight) {
    double[] smooth = new double[size];
    double sum = 0;
    double left = 1;
    for (int i = 0; i < size; i++) {
      if (Double.isFinite(values[i])) {
        sum = weight * sum + (1 - weight) * values[i];
        left *= weight;
        smooth[i] = sum / (1 - left);
      } else {
        smooth[i] = Double.NaN;
      }
    }
    return smooth;
  }
}
