package spindle.design;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// The shape of a layer grouping, after Chen et al. (2023), section 3.
///
/// | pattern | sizes |
/// |---|---|
/// | increasing | `N_1 < N_2 < .. < N_K` |
/// | uniform | all equal |
/// | decreasing | `N_1 > N_2 > .. > N_K` |
/// | spindle | ends smaller than the interior, interior equal; at least three groups |
/// | bottleneck | ends larger than the interior, interior equal; at least three groups |
///
/// With three groups or more no grouping has two patterns, and many have none.
public enum GroupingPattern {
  /// Every group is larger than the one before.
  INCREASING,
  /// All groups are equally large.
  UNIFORM,
  /// Every group is smaller than the one before.
  DECREASING,
  /// First and last group are smaller than those between, which are equal.
  SPINDLE,
  /// First and last group are larger than those between, which are equal.
  BOTTLENECK;

  /// Returns the first pattern that admits a grouping, if one does.
  public static Optional<GroupingPattern> of(LayerGrouping grouping) {
    return List.of(values()).stream().filter(pattern -> pattern.admits(grouping)).findFirst();
  }

  /// Returns the name as it is written in text: `spindle`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Says whether a grouping has this shape.
  public boolean admits(LayerGrouping grouping) {
    List<Integer> sizes = grouping.sizes();
    int last = sizes.size() - 1;
    return switch (this) {
      case INCREASING -> steps(sizes, 1);
      case UNIFORM -> steps(sizes, 0);
      case DECREASING -> steps(sizes, -1);
      case SPINDLE -> last > 1 && ends(sizes, last, -1);
      case BOTTLENECK -> last > 1 && ends(sizes, last, 1);
    };
  }

  /// Returns every grouping of this shape, in lexicographic order; empty if there is none.
  ///
  /// @param layers layers of the backbone, at least 1
  /// @param groups groups to make, at least 1
  public List<LayerGrouping> groupings(int layers, int groups) {
    return PatternGroupings.of(this, layers, groups);
  }

  /// Returns the grouping that stands for the pattern where just one is wanted.
  ///
  /// It is the admissible one nearest, in least squares, to the ideal proportions: `1:2:..:K`,
  /// `1:..:1`, `K:..:1`, `1:2:..:2:1` or `2:1:..:1:2`; of equally near ones the first in
  /// lexicographic order. A spindle of 12 layers in 4 groups is `(2,4,4,2)`, of 24 `(4,8,8,4)`.
  ///
  /// @throws IllegalArgumentException if no grouping of so many layers has this shape
  public LayerGrouping representative(int layers, int groups) {
    List<Integer> ideal = ideal(groups);
    return groupings(layers, groups).stream()
        .min(Comparator.comparingLong(g -> Proportions.distance(g.sizes(), layers, ideal)))
        .orElseThrow(() -> new IllegalArgumentException(refusal(layers, groups)));
  }

  /// Returns the representative or, at a depth that admits none, the grouping nearest to the ideal
  /// proportions, whose interior groups may then differ by one.
  ///
  /// @throws IllegalArgumentException if there are fewer layers than the pattern's least ideal
  ///   sizes need, such as 6 for a spindle of 4 groups
  public LayerGrouping nearest(int layers, int groups) {
    if (!groupings(layers, groups).isEmpty()) {
      return representative(layers, groups);
    }
    if (groups < leastGroups() || layers < leastLayers(groups)) {
      throw new IllegalArgumentException(refusal(layers, groups));
    }
    return LayerGrouping.proportional(layers, ideal(groups));
  }

  /// Returns the sentence that says why no grouping of so many layers has this shape.
  String refusal(int layers, int groups) {
    String whole = "no " + label() + " grouping of " + layers + " layers in " + groups + " groups";
    if (groups < leastGroups()) {
      return whole + ": the pattern needs at least " + leastGroups() + " groups";
    }
    if (layers < leastLayers(groups)) {
      return whole + ": the pattern needs at least " + leastLayers(groups) + " layers";
    }
    return this == UNIFORM
        ? whole + ": the number of layers must be a multiple of the number of groups"
        : whole + ": choose another number of groups or draw a grouping";
  }

  private int leastGroups() {
    return this == SPINDLE || this == BOTTLENECK ? 3 : 1;
  }

  private int leastLayers(int groups) {
    return switch (this) {
      case INCREASING, DECREASING -> groups * (groups + 1) / 2;
      case UNIFORM -> groups;
      case SPINDLE -> 2 * groups - 2;
      case BOTTLENECK -> groups + 2;
    };
  }

  private List<Integer> ideal(int groups) {
    return IntStream.range(0, groups)
        .map(group -> {
          boolean end = group == 0 || group == groups - 1;
          return switch (this) {
            case INCREASING -> group + 1;
            case UNIFORM -> 1;
            case DECREASING -> groups - group;
            case SPINDLE -> end ? 1 : 2;
            case BOTTLENECK -> end ? 2 : 1;
          };
        })
        .boxed()
        .toList();
  }

  private static boolean steps(List<Integer> sizes, int sign) {
    return IntStream.range(1, sizes.size())
        .allMatch(i -> Integer.signum(sizes.get(i) - sizes.get(i - 1)) == sign);
  }

  private static boolean ends(List<Integer> sizes, int last, int sign) {
    int middle = sizes.get(1);
    return steps(sizes.subList(1, last), 0)
        && Integer.signum(sizes.getFirst() - middle) == sign
        && Integer.signum(sizes.getLast() - middle) == sign;
  }
}
