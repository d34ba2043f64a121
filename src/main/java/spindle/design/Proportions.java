package spindle.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Whole group sizes measured against ideal proportions, in whole numbers throughout.
final class Proportions {
  private Proportions() {}

  /// Returns the sizes, each at least 1, with the least squared distance to the proportions.
  ///
  /// Adding one layer at a time to the group that lacks most is exact, as the distance is a sum of
  /// one convex function for each group.
  static List<Integer> nearest(int layers, List<Integer> proportions) {
    List<Integer> sizes = new ArrayList<>(Collections.nCopies(proportions.size(), 1));
    for (int given = sizes.size(); given < layers; given++) {
      int neediest = 0;
      for (int group = 1; group < sizes.size(); group++) {
        if (lack(group, sizes, layers, proportions) > lack(neediest, sizes, layers, proportions)) {
          neediest = group;
        }
      }
      sizes.set(neediest, sizes.get(neediest) + 1);
    }
    return sizes;
  }

  /// Returns the squared distance of sizes to the proportions, times the squared sum of these.
  static long distance(List<Integer> sizes, int layers, List<Integer> proportions) {
    long sum = 0;
    for (int group = 0; group < sizes.size(); group++) {
      long lack = lack(group, sizes, layers, proportions);
      sum += lack * lack;
    }
    return sum;
  }

  private static long lack(int group, List<Integer> sizes, int layers, List<Integer> proportions) {
    long whole = proportions.stream().mapToLong(Integer::longValue).sum();
    return (long) layers * proportions.get(group) - sizes.get(group) * whole;
  }
}
