package spindle.ui.plot;

/// How keys move a range of an axis: by whole categories, or by twentieths of an axis of numbers.
///
/// @param whole values of the axis
/// @param step least change, above 0
/// @param begin length of a first range, in steps
record BrushSteps(Range whole, double step, int begin) {
  private static final int STEPS = 20;

  /// Where a key points.
  enum Way {
    /// To higher values.
    UP,
    /// To lower values.
    DOWN
  }

  /// Returns the steps of a dimension.
  static BrushSteps of(Parallel data, int dimension) {
    Range whole = data.axis(dimension).range();
    boolean categories = !data.dimensions().get(dimension).categories().isEmpty();
    return categories
        ? new BrushSteps(whole, 1, 1)
        : new BrushSteps(whole, whole.length() / STEPS, STEPS / 4);
  }

  /// Returns a first range: the highest category or values, or the lowest.
  Range first(Way way) {
    double length = Math.min(whole.length(), begin * step);
    return switch (way) {
      case UP -> new Range(whole.high() - length, whole.high());
      case DOWN -> new Range(whole.low(), whole.low() + length);
    };
  }

  /// Returns a range moved by a step, as far as the axis goes.
  Range moved(Range range, Way way) {
    Range now = onSteps(range);
    double by =
        switch (way) {
          case UP -> Math.min(step, whole.high() - now.high());
          case DOWN -> -Math.min(step, now.low() - whole.low());
        };
    return new Range(now.low() + by, now.high() + by);
  }

  /// Returns a range whose upper end is moved by a step, as far as the axis goes; a step is left.
  Range resized(Range range, Way way) {
    Range now = onSteps(range);
    double high =
        switch (way) {
          case UP -> Math.min(now.high() + step, whole.high());
          case DOWN -> Math.max(now.high() - step, now.low() + step);
        };
    return new Range(now.low(), Math.min(high, whole.high()));
  }

  /// What the mouse has drawn begins and ends anywhere.
  private Range onSteps(Range range) {
    double last = Math.rint(whole.length() / step);
    double low = Math.clamp(Math.rint((range.low() - whole.low()) / step), 0, last - 1);
    double high = Math.clamp(Math.rint((range.high() - whole.low()) / step), low + 1, last);
    return new Range(whole.low() + low * step, whole.low() + high * step);
  }
}
