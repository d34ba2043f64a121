package spindle.study;

/// A range that holds an unknown number with a stated probability.
///
/// @param low lower end
/// @param high upper end, not below the lower
public record Interval(double low, double high) {

  /// Checks the order of the ends.
  ///
  /// @throws IllegalArgumentException if an end is not a number or they are in the wrong order
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval needs low <= high: " + low + ", " + high);
    }
  }

  /// Says whether a number lies in the interval, ends included.
  public boolean contains(double number) {
    return low <= number && number <= high;
  }
}
