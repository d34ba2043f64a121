package spindle.design;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/// Draws from the symmetric Dirichlet distribution.
final class Dirichlet {
  private Dirichlet() {}

  /// Returns shares that sum to 1: independent Gamma(alpha) numbers over their sum.
  static List<Double> sample(int count, double alpha, RandomGenerator random) {
    if (!(alpha > 0) || Double.isInfinite(alpha)) {
      throw new IllegalArgumentException("the concentration must be above 0: " + alpha);
    }
    double[] parts = DoubleStream.generate(() -> gamma(alpha, random)).limit(count).toArray();
    double sum = DoubleStream.of(parts).sum();
    return sum > 0
        ? DoubleStream.of(parts).map(part -> part / sum).boxed().toList()
        : sample(count, alpha, random);
  }

  /// Draws a Gamma(alpha, 1) number: Marsaglia and Tsang (2000), with their boost below 1.
  private static double gamma(double alpha, RandomGenerator random) {
    if (alpha == 1) {
      return random.nextExponential();
    }
    if (alpha < 1) {
      return gamma(alpha + 1, random) * Math.pow(random.nextDouble(), 1 / alpha);
    }
    double d = alpha - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      double u = random.nextDouble();
      if (v > 0 && Math.log(u) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
