package spindle.design;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// All ways to cut some layers into some groups, in lexicographic order of the sizes.
final class Compositions {
  private Compositions() {}

  /// Returns their number, `C(layers - 1, groups - 1)`.
  ///
  /// @throws IllegalArgumentException if there is no group or fewer layers than groups
  static BigInteger count(int layers, int groups) {
    if (groups < 1 || layers < groups) {
      throw new IllegalArgumentException(layers + " layers do not make " + groups + " groups");
    }
    return choose(layers - 1, groups - 1);
  }

  /// Returns one of them.
  ///
  /// @param index place in the order, from 0 to below the count
  static LayerGrouping at(int layers, int groups, BigInteger index) {
    List<Integer> sizes = new ArrayList<>(groups);
    BigInteger rest = index;
    int open = layers;
    for (int group = groups; group > 1; group--) {
      int size = 1;
      BigInteger block = choose(open - size - 1, group - 2);
      while (rest.compareTo(block) >= 0) {
        rest = rest.subtract(block);
        size++;
        block = choose(open - size - 1, group - 2);
      }
      sizes.add(size);
      open -= size;
    }
    sizes.add(open);
    return new LayerGrouping(sizes);
  }

  private static BigInteger choose(int n, int k) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways;
  }
}
