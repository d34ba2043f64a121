package spindle.design;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All ways to cut some layers into groups of strictly rising size, in lexicographic order.
///
/// Taking `0, 1, .., k - 1` from the sizes makes their number that of the partitions of the rest
/// into exactly `k` parts, `p(n, k) = p(n - 1, k - 1) + p(n - k, k)`.
final class StrictRises {
  private final int layers;
  private final int groups;

  /// `partitions[k][n]` is `p(n, k)`.
  private final BigInteger[][] partitions;

  StrictRises(int layers, int groups) {
    this.layers = layers;
    this.groups = groups;
    partitions = partitions(layers, groups);
  }

  /// Returns their number.
  BigInteger count() {
    return count(layers, groups, 0);
  }

  /// Returns one of them.
  ///
  /// @param index place in the order, from 0 to below the count
  List<Integer> at(BigInteger index) {
    List<Integer> sizes = new ArrayList<>(groups);
    BigInteger rest = index;
    int open = layers;
    int size = 0;
    for (int left = groups - 1; left > 0; left--) {
      size++;
      BigInteger block = count(open - size, left, size);
      while (rest.compareTo(block) >= 0) {
        rest = rest.subtract(block);
        size++;
        block = count(open - size, left, size);
      }
      sizes.add(size);
      open -= size;
    }
    sizes.add(open);
    return sizes;
  }

  /// Returns the number of rises of `k` sizes above a floor that sum to `n`.
  private BigInteger count(int n, int k, int floor) {
    int rest = n - k * floor - k * (k - 1) / 2;
    return rest < 0 ? BigInteger.ZERO : partitions[k][rest];
  }

  private static BigInteger[][] partitions(int most, int parts) {
    BigInteger[][] p = new BigInteger[parts + 1][most + 1];
    Arrays.fill(p[0], BigInteger.ZERO);
    p[0][0] = BigInteger.ONE;
    for (int k = 1; k <= parts; k++) {
      p[k][0] = BigInteger.ZERO;
      for (int n = 1; n <= most; n++) {
        p[k][n] = n < k ? BigInteger.ZERO : p[k - 1][n - 1].add(p[k][n - k]);
      }
    }
    return p;
  }
}
