package spindle.design;

/// What a strategy costs in one layer, as a function of its size: `fixed + unit * size`.
///
/// @param fixed parameters whatever the size
/// @param unit parameters for each step of width, length or rank; 0 for BitFit, which has no size
public record ModuleCost(long fixed, long unit) {

  /// Returns the parameters of a module of some size.
  public long of(long size) {
    return fixed + unit * size;
  }

  /// Returns the fewest parameters that the strategy can have: those of size 1.
  public long least() {
    return of(1);
  }

  /// Returns the largest size that some parameters pay for; below 1 if they do not pay for any.
  ///
  /// @throws ArithmeticException for BitFit, which has no size
  public long largestSize(long parameters) {
    return Math.floorDiv(parameters - fixed, unit);
  }
}
