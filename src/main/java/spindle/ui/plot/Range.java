package spindle.ui.plot;

/// A closed interval of numbers.
///
/// @param low its least number, finite
/// @param high its greatest number, finite, not below `low`
public record Range(double low, double high) {

  /// Checks the order.
  ///
  /// @throws IllegalArgumentException if an end is not finite or they are swapped
  public Range {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException("no range: " + low + " to " + high);
    }
  }

  /// Returns the range between two numbers, in any order.
  public static Range between(double a, double b) {
    return new Range(Math.min(a, b), Math.max(a, b));
  }

  /// Returns the smallest range that holds this one and a number; numbers that are not finite are
  /// ignored.
  public Range with(double value) {
    if (!Double.isFinite(value) || contains(value)) {
      return this;
    }
    return new Range(Math.min(low, value), Math.max(high, value));
  }

  /// Says whether a number lies in this range.
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /// Returns the difference of the ends.
  public double length() {
    return high - low;
  }
}
