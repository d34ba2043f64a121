package spindle.study;

/// Student's t distribution, through the incomplete beta function.
///
/// `StrictMath` throughout: a verdict must not depend on the machine.
final class StudentT {

  private StudentT() {}

  /// Returns the probability of a value at least as far from 0 as `t`, on either side.
  ///
  /// @param freedom degrees of freedom, above 0, not necessarily whole
  static double twoSided(double t, double freedom) {
    return beta(freedom / (freedom + t * t), freedom / 2, 0.5);
  }

  /// Returns the `t > 0` whose two-sided probability is the given one, by bisection.
  static double quantile(double twoSided, double freedom) {
    double low = 0;
    double high = 1;
    while (twoSided(high, freedom) > twoSided) {
      high *= 2;
    }
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (twoSided(middle, freedom) > twoSided) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// The regularised incomplete beta function `I_x(a, b)`.
  private static double beta(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        StrictMath.exp(
            logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log(1 - x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /// The continued fraction of the incomplete beta function by Lentz's method (DLMF 8.17.22).
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / (1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= 500; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / (1 + even * d);
      c = 1 + even / c;
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / (1 + odd * d);
      c = 1 + odd / c;
      value *= d * c;
      if (StrictMath.abs(d * c - 1) < 1e-15) {
        break;
      }
    }
    return value;
  }

  /// Stirling's series from 15 on, where four terms give 15 digits; below, `gamma(z + 1) = z
  /// gamma(z)`.
  private static double logGamma(double z) {
    double shift = 0;
    double x = z;
    for (; x < 15; x++) {
      shift += StrictMath.log(x);
    }
    double square = 1 / (x * x);
    double series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / x;
    return (x - 0.5) * StrictMath.log(x)
        - x
        + 0.5 * StrictMath.log(2 * StrictMath.PI)
        + series
        - shift;
  }
}
