package spindle.design;

import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What a design space says about the tuned groups.
public sealed interface TunedChoice {

  /// Any non-empty set of groups, each equally likely: every group is tuned with probability 1/2,
  /// drawn again if none is.
  record Free() implements TunedChoice {}

  /// All groups.
  record All() implements TunedChoice {}

  /// One set of groups.
  ///
  /// @param groups the set
  record Fixed(TunedGroups groups) implements TunedChoice {}

  /// Returns the number of sets to choose from.
  ///
  /// @param count number of groups
  default BigInteger count(int count) {
    return switch (this) {
      case Free() -> BigInteger.TWO.pow(count).subtract(BigInteger.ONE);
      case All(), Fixed(TunedGroups _) -> BigInteger.ONE;
    };
  }

  /// Says whether a set is among those to choose from.
  ///
  /// @param count number of groups
  default boolean admits(TunedGroups groups, int count) {
    return switch (this) {
      case Free() -> true;
      case All() -> groups.equals(TunedGroups.all(count));
      case Fixed(TunedGroups only) -> groups.equals(only);
    };
  }

  /// Draws a set of groups, each equally likely.
  ///
  /// @param count number of groups
  default TunedGroups sample(int count, RandomGenerator random) {
    return switch (this) {
      case Free() -> draw(count, random);
      case All() -> TunedGroups.all(count);
      case Fixed(TunedGroups groups) -> groups;
    };
  }

  /// Returns every set to choose from.
  ///
  /// @param count number of groups, at most 20 if the choice is free
  default Stream<TunedGroups> all(int count) {
    return switch (this) {
      case Free() -> TunedGroups.subsets(count).stream();
      case All() -> Stream.of(TunedGroups.all(count));
      case Fixed(TunedGroups groups) -> Stream.of(groups);
    };
  }

  private static TunedGroups draw(int count, RandomGenerator random) {
    Set<Integer> groups = new TreeSet<>();
    while (groups.isEmpty()) {
      for (int group = 0; group < count; group++) {
        if (random.nextBoolean()) {
          groups.add(group);
        }
      }
    }
    return new TunedGroups(groups);
  }
}
