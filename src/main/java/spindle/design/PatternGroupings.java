package spindle.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Enumerates the groupings of a pattern, in lexicographic order.
final class PatternGroupings {
  private PatternGroupings() {}

  static List<LayerGrouping> of(GroupingPattern pattern, int layers, int groups) {
    if (layers < groups || groups < 1) {
      return List.of();
    }
    return switch (pattern) {
      case INCREASING -> increasing(layers, groups);
      case DECREASING ->
          increasing(layers, groups).stream()
              .map(g -> new LayerGrouping(g.sizes().reversed()))
              .sorted(PatternGroupings::lexicographic)
              .toList();
      case UNIFORM ->
          layers % groups == 0
              ? List.of(new LayerGrouping(Collections.nCopies(groups, layers / groups)))
              : List.of();
      case SPINDLE, BOTTLENECK -> withEqualInterior(pattern, layers, groups);
    };
  }

  private static List<LayerGrouping> increasing(int layers, int groups) {
    List<LayerGrouping> found = new ArrayList<>();
    extend(new ArrayList<>(), layers, groups, found);
    return found;
  }

  /// Adds every strictly increasing continuation of the sizes so far.
  private static void extend(
      List<Integer> sizes, int layers, int groups, List<LayerGrouping> found) {
    int least = sizes.isEmpty() ? 1 : sizes.getLast() + 1;
    if (groups == 1) {
      if (layers >= least) {
        sizes.add(layers);
        found.add(new LayerGrouping(sizes));
        sizes.removeLast();
      }
      return;
    }
    // the remaining groups take at least size + (size + 1) + ..
    int above = groups * (groups - 1) / 2;
    for (int size = least; groups * size + above <= layers; size++) {
      sizes.add(size);
      extend(sizes, layers - size, groups - 1, found);
      sizes.removeLast();
    }
  }

  private static List<LayerGrouping> withEqualInterior(
      GroupingPattern pattern, int layers, int groups) {
    List<LayerGrouping> found = new ArrayList<>();
    if (groups < 3) {
      return found;
    }
    for (int first = 1; first <= layers; first++) {
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

  private static int lexicographic(LayerGrouping one, LayerGrouping other) {
    return java.util.Arrays.compare(
        one.sizes().toArray(Integer[]::new), other.sizes().toArray(Integer[]::new));
  }
}
