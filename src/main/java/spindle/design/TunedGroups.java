package spindle.design;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The groups that are tuned; the others are frozen and get no parameters.
///
/// @param groups groups counted from 0, never empty; iterated in rising order
public record TunedGroups(Set<Integer> groups) {

  /// Copies the groups.
  ///
  /// @throws IllegalArgumentException if there is none or one is negative
  public TunedGroups {
    groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("a design needs at least one tuned group");
    }
    if (groups.iterator().next() < 0) {
      throw new IllegalArgumentException("groups are counted from 0: " + groups);
    }
  }

  /// Returns the given groups, counted from 0.
  public static TunedGroups of(Integer... groups) {
    return new TunedGroups(Set.of(groups));
  }

  /// Returns the first `count` groups: all of a grouping that has so many.
  public static TunedGroups all(int count) {
    return new TunedGroups(IntStream.range(0, count).boxed().collect(Collectors.toSet()));
  }

  /// Returns all `2^count - 1` non-empty sets of groups.
  ///
  /// @param count number of groups, from 1 to 20
  /// @throws IllegalArgumentException if the count is out of range
  public static List<TunedGroups> subsets(int count) {
    if (count < 1 || count > 20) {
      throw new IllegalArgumentException("subsets are listed for 1 to 20 groups, not " + count);
    }
    return IntStream.range(1, 1 << count).mapToObj(TunedGroups::ofBits).toList();
  }

  /// Returns the nine sets that the paper compares with four groups.
  public static List<TunedGroups> paper() {
    return List.of(
        of(0), of(1), of(2), of(3), of(0, 1), of(2, 3), of(0, 1, 2), of(1, 2, 3), all(4));
  }

  /// Says whether a group is tuned.
  public boolean contains(int group) {
    return groups.contains(group);
  }

  /// Returns the paper's names, such as `G1,G2`.
  @Override
  public String toString() {
    return groups.stream().map(group -> "G" + (group + 1)).collect(Collectors.joining(","));
  }

  private static TunedGroups ofBits(int bits) {
    return new TunedGroups(
        IntStream.range(0, Integer.SIZE)
            .filter(group -> (bits >> group & 1) == 1)
            .boxed()
            .collect(Collectors.toSet()));
  }
}
