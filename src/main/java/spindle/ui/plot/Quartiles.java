package spindle.ui.plot;

import java.util.Arrays;

/// The five numbers of a box plot.
///
/// @param low least value within 1.5 times the height of the box below it (Tukey, 1977)
/// @param first lower quartile
/// @param median middle value
/// @param third upper quartile
/// @param high greatest value within 1.5 times the height of the box above it
public record Quartiles(double low, double first, double median, double third, double high) {
  private static final double REACH = 1.5;

  /// Computes the numbers; quartiles are interpolated between neighbours (type 7 of Hyndman and
  /// Fan, 1996).
  ///
  /// @throws IllegalArgumentException if there is no value
  public static Quartiles of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("quartiles need a value");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double first = quantile(sorted, 0.25);
    double third = quantile(sorted, 0.75);
    double reach = REACH * (third - first);
    double low = Arrays.stream(sorted).filter(v -> v >= first - reach).min().orElse(first);
    double high = Arrays.stream(sorted).filter(v -> v <= third + reach).max().orElse(third);
    return new Quartiles(low, first, quantile(sorted, 0.5), third, high);
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
