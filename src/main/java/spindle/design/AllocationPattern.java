package spindle.design;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How the parameters of a layer change with its depth.
public enum AllocationPattern {
  /// No layer has fewer than the layer before.
  INCREASING,
  /// All layers have the same.
  UNIFORM,
  /// No layer has more than the layer before.
  DECREASING,
  /// A profile that somebody drew.
  CUSTOM,
  /// A profile that was drawn at random.
  RANDOM;

  /// Returns the name as it is written in text: `uniform`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Says whether weights, one a layer, have this shape; any weights are custom or random.
  public boolean admits(List<Double> weights) {
    return IntStream.range(1, weights.size())
        .allMatch(i -> {
          int step = Double.compare(weights.get(i), weights.get(i - 1));
          return switch (this) {
            case INCREASING -> step >= 0;
            case UNIFORM -> step == 0;
            case DECREASING -> step <= 0;
            case CUSTOM, RANDOM -> true;
          };
        });
  }
}
