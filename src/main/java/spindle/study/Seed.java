package spindle.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A source of randomness that is named, not ordered: the same root and names give the same numbers
/// on any machine, with any number of workers.
///
/// @param value the seed
public record Seed(long value) {

  /// Returns the seed of something that belongs to this one, such as `with("task", "SST-2")`.
  ///
  /// The first eight bytes of SHA-256 over this seed, the kind and the name.
  public Seed with(String kind, String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((value + "\n" + kind + "\n" + name).getBytes(StandardCharsets.UTF_8));
      return new Seed(java.nio.ByteBuffer.wrap(digest.digest()).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Returns the seed of a numbered thing, such as `with("draw", 7)`.
  public Seed with(String kind, long number) {
    return with(kind, Long.toString(number));
  }

  /// Returns a fresh generator that always gives the same numbers for this seed.
  public RandomGenerator generator() {
    return new SplittableRandom(value);
  }
}
