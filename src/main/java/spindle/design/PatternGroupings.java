package spindle.design;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// The groupings of a pattern in their order: lexicographic, but decreasing ones in the order of
/// the increasing ones that they mirror.
final class PatternGroupings {
  private PatternGroupings() {}

  /// Returns their number.
  static BigInteger count(GroupingPattern pattern, int layers, int groups) {
    if (layers < groups || groups < 1) {
      return BigInteger.ZERO;
    }
    return switch (pattern) {
      case INCREASING, DECREASING -> new StrictRises(layers, groups).count();
      case UNIFORM -> layers % groups == 0 ? BigInteger.ONE : BigInteger.ZERO;
      case SPINDLE, BOTTLENECK ->
          BigInteger.valueOf(withEqualInterior(pattern, layers, groups).size());
    };
  }

  /// Returns one of them.
  ///
  /// @param index place in the order, from 0 to below the count
  static LayerGrouping at(GroupingPattern pattern, int layers, int groups, BigInteger index) {
    return switch (pattern) {
      case INCREASING -> new LayerGrouping(new StrictRises(layers, groups).at(index));
      case DECREASING -> new LayerGrouping(new StrictRises(layers, groups).at(index).reversed());
      case UNIFORM -> new LayerGrouping(Collections.nCopies(groups, layers / groups));
      case SPINDLE, BOTTLENECK ->
          withEqualInterior(pattern, layers, groups).get(index.intValueExact());
    };
  }

  /// Returns all of them, made as they are asked for.
  static Stream<LayerGrouping> all(GroupingPattern pattern, int layers, int groups) {
    BigInteger count = count(pattern, layers, groups);
    return Stream.iterate(BigInteger.ZERO, i -> i.compareTo(count) < 0, i -> i.add(BigInteger.ONE))
        .map(index -> at(pattern, layers, groups, index));
  }

  private static List<LayerGrouping> withEqualInterior(
      GroupingPattern pattern, int layers, int groups) {
    List<LayerGrouping> found = new ArrayList<>();
    for (int first = 1; groups >= 3 && first <= layers; first++) {
      for (int middle = 1; first + (groups - 2) * middle < layers; middle++) {
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(groups, middle));
        sizes.set(0, first);
        sizes.set(groups - 1, layers - first - (groups - 2) * middle);
        LayerGrouping grouping = new LayerGrouping(sizes);
        if (pattern.admits(grouping)) {
          found.add(grouping);
        }
      }
    }
    return found;
  }
}
