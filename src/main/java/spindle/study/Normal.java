package spindle.study;

/// The standard normal distribution.
///
/// `StrictMath` throughout: a verdict must not depend on the machine.
final class Normal {

  private static final double ROOT_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);

  private Normal() {}

  static double density(double x) {
    return StrictMath.exp(-x * x / 2) / ROOT_TWO_PI;
  }

  /// Returns the probability of a value above `x`, to about 14 digits.
  ///
  /// Inside 5 the Taylor series of Marsaglia (Evaluating the Normal Distribution, 2004), outside
  /// the continued fraction of Mills' ratio.
  static double above(double x) {
    if (x < 0) {
      return 1 - above(-x);
    }
    return x < 5 ? 0.5 - central(x) : density(x) * mills(x);
  }

  static double below(double x) {
    return above(-x);
  }

  /// Returns the point with a probability above it, by bisection.
  ///
  /// @param probability in `(0, 1)`
  static double upperQuantile(double probability) {
    if (probability > 0.5) {
      return -upperQuantile(1 - probability);
    }
    double low = 0;
    double high = 40;
    for (int step = 0; step < 80; step++) {
      double middle = (low + high) / 2;
      if (above(middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double central(double x) {
    double term = x;
    double sum = x;
    for (int i = 3; term > 1e-17 * sum; i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return sum * density(x);
  }

  private static double mills(double x) {
    double fraction = 0;
    for (int i = 60; i >= 1; i--) {
      fraction = i / (x + fraction);
    }
    return 1 / (x + fraction);
  }
}
