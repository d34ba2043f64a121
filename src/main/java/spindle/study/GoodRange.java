package spindle.study;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The range of a property that good designs have: the empirical bootstrap of design-space studies.
///
/// A quarter of the designs is drawn with replacement and the property of the best one is noted,
/// 2,500 times; low, middle and high are the 2.5, 50 and 97.5 percentiles of what was noted.
/// Source: Radosavovic et al., Designing Network Design Spaces, 2020, section 3.2.
///
/// @param low lower end
/// @param middle median
/// @param high upper end
public record GoodRange(double low, double middle, double high) {

  private static final int REPEATS = 2_500;

  /// Returns the range of a property.
  ///
  /// @param properties of the designs
  /// @param scores of the designs, in the same order
  /// @param random source of the draws
  /// @throws IllegalArgumentException if there is no design or the lengths differ
  public static GoodRange of(double[] properties, double[] scores, RandomGenerator random) {
    if (properties.length == 0 || properties.length != scores.length) {
      throw new IllegalArgumentException(
          "one score a property is needed: " + scores.length + " of " + properties.length);
    }
    int drawn = (scores.length + 3) / 4;
    double[] noted = new double[REPEATS];
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      int best = random.nextInt(scores.length);
      for (int i = 1; i < drawn; i++) {
        int next = random.nextInt(scores.length);
        best = scores[next] > scores[best] ? next : best;
      }
      noted[repeat] = properties[best];
    }
    Arrays.sort(noted);
    return new GoodRange(
        percentile(noted, 0.025), percentile(noted, 0.5), percentile(noted, 0.975));
  }

  private static double percentile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
