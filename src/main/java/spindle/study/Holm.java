package spindle.study;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Holm's step-down correction: keeps the probability of any false claim among several below the
/// level, whatever their dependence.
///
/// Source: Holm, A Simple Sequentially Rejective Multiple Test Procedure, 1979.
public final class Holm {

  private Holm() {}

  /// Returns the adjusted probabilities, in the order given.
  ///
  /// The `i`-th smallest of `m` is multiplied by `m - i + 1`, is never below its predecessor and
  /// never above 1.
  ///
  /// @param p probabilities, each in `[0, 1]`
  public static double[] adjust(double... p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] adjusted = new double[p.length];
    double least = 0;
    for (int i = 0; i < p.length; i++) {
      least = Math.max(least, Math.min(1, (p.length - i) * p[order[i]]));
      adjusted[order[i]] = least;
    }
    return adjusted;
  }
}
