package spindle.task;

import java.util.HashMap;
import java.util.Map;

/// Agreement of predicted classes with labels.
final class Agreement {

  private Agreement() {}

  /// Returns the share of equal entries.
  static double accuracy(double[] predicted, double[] labels) {
    return (double) count(predicted, labels, Cell.EQUAL) / labels.length;
  }

  /// Returns `2 TP / (2 TP + FP + FN)` for class 1; 0 without a true positive.
  static double f1(double[] predicted, double[] labels) {
    long both = count(predicted, labels, Cell.BOTH_ONE);
    long either = count(predicted, labels, Cell.ONE_IN_ONE);
    return both == 0 ? 0 : 2.0 * both / (2.0 * both + either);
  }

  /// Returns the correlation of the class indicators, for two classes or more.
  ///
  /// With `c` right of `n`, and class `k` predicted `p_k` and true `t_k` times: `(c n - sum p_k
  /// t_k) / sqrt((n² - sum p_k²)(n² - sum t_k²))`; 0 if a factor is.
  ///
  /// Source: Gorodkin, "Comparing two K-category assignments by a K-category correlation
  /// coefficient", Computational Biology and Chemistry 28, 2004.
  static double matthews(double[] predicted, double[] labels) {
    Map<Double, Long> p = counts(predicted);
    Map<Double, Long> t = counts(labels);
    double n = labels.length;
    double chance = 0;
    for (Map.Entry<Double, Long> entry : p.entrySet()) {
      chance += (double) entry.getValue() * t.getOrDefault(entry.getKey(), 0L);
    }
    double scale = Math.sqrt(n * n - squares(p)) * Math.sqrt(n * n - squares(t));
    double right = count(predicted, labels, Cell.EQUAL);
    return scale == 0 ? 0 : Math.clamp((right * n - chance) / scale, -1, 1);
  }

  private enum Cell {
    EQUAL,
    BOTH_ONE,
    ONE_IN_ONE
  }

  private static long count(double[] predicted, double[] labels, Cell cell) {
    long count = 0;
    for (int i = 0; i < labels.length; i++) {
      boolean counted =
          switch (cell) {
            case EQUAL -> predicted[i] == labels[i];
            case BOTH_ONE -> predicted[i] == 1 && labels[i] == 1;
            case ONE_IN_ONE -> (predicted[i] == 1) != (labels[i] == 1);
          };
      count += counted ? 1 : 0;
    }
    return count;
  }

  private static Map<Double, Long> counts(double[] classes) {
    Map<Double, Long> counts = new HashMap<>();
    for (double c : classes) {
      counts.merge(c, 1L, Long::sum);
    }
    return counts;
  }

  private static double squares(Map<Double, Long> counts) {
    return counts.values().stream().mapToDouble(n -> (double) n * n).sum();
  }
}
