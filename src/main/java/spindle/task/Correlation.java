package spindle.task;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Correlation of two series of equal length, in `[-1, 1]`; 0 if one of them is constant.
final class Correlation {

  private Correlation() {}

  /// Returns the product-moment correlation, from centred sums.
  static double pearson(double[] x, double[] y) {
    if (isConstant(x) || isConstant(y)) {
      return 0;
    }
    double meanX = Arrays.stream(x).sum() / x.length;
    double meanY = Arrays.stream(y).sum() / y.length;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xy += dx * dy;
      xx += dx * dx;
      yy += dy * dy;
    }
    double scale = Math.sqrt(xx) * Math.sqrt(yy);
    return scale == 0 ? 0 : Math.clamp(xy / scale, -1, 1);
  }

  /// Returns the product-moment correlation of the ranks; equal values share their mean rank.
  static double spearman(double[] x, double[] y) {
    return pearson(ranks(x), ranks(y));
  }

  /// Returns the rank of each value, from 1; equal values share the mean of their ranks.
  static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    int start = 0;
    while (start < order.length) {
      int end = start + 1;
      while (end < order.length && values[order[end]] == values[order[start]]) {
        end++;
      }
      for (int i = start; i < end; i++) {
        ranks[order[i]] = (start + 1 + end) / 2.0;
      }
      start = end;
    }
    return ranks;
  }

  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
