package spindle.design;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/// Uniform draws of an index from one 128-bit random number.
///
/// One number is used whatever the count, so that draws from lists of different lengths by
/// generators in the same state are at the same relative place.
final class UniformIndex {
  private UniformIndex() {}

  /// Returns `floor(u * count)` for a uniform `u` in `[0, 1)` of 128 bits.
  static BigInteger below(BigInteger count, RandomGenerator random) {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return new BigInteger(1, bits).multiply(count).shiftRight(128);
  }

  /// Returns one entry of a list, each equally likely.
  static <T> T oneOf(java.util.List<T> list, RandomGenerator random) {
    return list.get(below(BigInteger.valueOf(list.size()), random).intValueExact());
  }
}
