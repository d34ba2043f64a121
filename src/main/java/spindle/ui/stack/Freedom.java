package spindle.ui.stack;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What of a drawn design may be changed.
///
/// @param parts parts that the verbs may change; the others are only shown
/// @param groups groups, counted from 0, whose strategies may be changed if that part may
public record Freedom(Set<Part> parts, Set<Integer> groups) {

  /// Copies the sets.
  public Freedom {
    parts = Set.copyOf(parts);
    groups = Set.copyOf(groups);
  }

  /// Returns the freedom to change some parts, strategies of all groups alike.
  ///
  /// @param count number of groups
  public static Freedom of(Set<Part> parts, int count) {
    return new Freedom(parts, IntStream.range(0, count).boxed().collect(Collectors.toSet()));
  }
}
