package spindle.design;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How a budget is divided among layers: one weight for every layer, tuned or not.
///
/// A tuned layer gets the share `w_i / sum of w over the tuned layers` of the budget, so the budget
/// is kept whole whichever layers are tuned.
///
/// @param pattern shape of the weights
/// @param weights one a layer, in forward order; finite, none negative, not all zero
public record Allocation(AllocationPattern pattern, List<Double> weights) {

  /// Copies the weights and checks them.
  ///
  /// @throws IllegalArgumentException naming the weight that is out of range, or if the weights do
  ///   not have the pattern's shape
  public Allocation {
    weights = List.copyOf(weights);
    for (int layer = 0; layer < weights.size(); layer++) {
      double weight = weights.get(layer);
      if (!Double.isFinite(weight) || weight < 0) {
        throw new IllegalArgumentException(
            "the weight of layer " + layer + " must be a number from 0: " + weight);
      }
    }
    if (weights.stream().noneMatch(weight -> weight > 0)) {
      throw new IllegalArgumentException("an allocation needs a layer with a weight above 0");
    }
    if (!pattern.admits(weights)) {
      throw new IllegalArgumentException("the weights are not " + pattern.label());
    }
  }

  /// Returns equal weights.
  public static Allocation uniform(int layers) {
    return new Allocation(AllocationPattern.UNIFORM, Collections.nCopies(layers, 1.0));
  }

  /// Returns the weights `1 + slope * i / (L - 1)` of layers `i`.
  ///
  /// @param slope at least 0; the paper gives none, 1 makes the last layer's share twice the
  ///   first's
  public static Allocation increasing(int layers, double slope) {
    return new Allocation(AllocationPattern.INCREASING, ramp(layers, slope));
  }

  /// Returns the weights of [#increasing] in reverse.
  ///
  /// @param slope at least 0
  public static Allocation decreasing(int layers, double slope) {
    return new Allocation(AllocationPattern.DECREASING, ramp(layers, slope).reversed());
  }

  /// Returns a profile that somebody drew.
  ///
  /// @throws IllegalArgumentException if a weight is negative or not finite, or all are zero
  public static Allocation custom(List<Double> weights) {
    return new Allocation(AllocationPattern.CUSTOM, weights);
  }

  /// Draws weights from a symmetric Dirichlet distribution; with concentration 1 all divisions of
  /// the budget are equally likely.
  ///
  /// @param alpha concentration, above 0
  public static Allocation random(int layers, double alpha, RandomGenerator random) {
    return new Allocation(AllocationPattern.RANDOM, Dirichlet.sample(layers, alpha, random));
  }

  /// Returns the same weights, sorted into a pattern; random and custom leave the order as it is,
  /// uniform makes them equal.
  public Allocation sorted(AllocationPattern order) {
    List<Double> rising = weights.stream().sorted().toList();
    return switch (order) {
      case INCREASING -> new Allocation(order, rising);
      case DECREASING -> new Allocation(order, rising.reversed());
      case UNIFORM -> uniform(weights.size());
      case CUSTOM, RANDOM -> new Allocation(order, weights);
    };
  }

  /// Returns the number of layers.
  public int layers() {
    return weights.size();
  }

  /// Returns these weights and then those of another allocation: uniform if both are, else custom.
  Allocation followedBy(Allocation next) {
    return pattern == AllocationPattern.UNIFORM && next.pattern == AllocationPattern.UNIFORM
        ? uniform(layers() + next.layers())
        : custom(Stream.concat(weights.stream(), next.weights.stream()).toList());
  }

  /// Returns the same profile over another number of layers, by linear interpolation.
  ///
  /// @param layers at least 1
  public Allocation scaledTo(int layers) {
    double step = layers == 1 ? 0 : (weights.size() - 1.0) / (layers - 1);
    // sorted again, as interpolation may be off by a last digit
    return custom(IntStream.range(0, layers).mapToObj(layer -> at(layer * step)).toList())
        .sorted(pattern);
  }

  private double at(double place) {
    int below = Math.min((int) place, weights.size() - 1);
    int above = Math.min(below + 1, weights.size() - 1);
    double low = weights.get(below);
    return low + (place - below) * (weights.get(above) - low);
  }

  private static List<Double> ramp(int layers, double slope) {
    if (!(slope >= 0)) {
      throw new IllegalArgumentException("the slope must not be negative: " + slope);
    }
    return DoubleStream.iterate(0, i -> i + 1)
        .limit(layers)
        .map(i -> layers == 1 ? 1 : 1 + slope * i / (layers - 1))
        .boxed()
        .toList();
  }
}
