package spindle.design;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// The strategies of every group.
///
/// @param sets one set a group, first group first; that of a frozen group has no effect
public record Assignment(List<StrategySet> sets) {

  /// Copies the sets.
  ///
  /// @throws IllegalArgumentException if there is no group
  public Assignment {
    sets = List.copyOf(sets);
    if (sets.isEmpty()) {
      throw new IllegalArgumentException("an assignment needs at least one group");
    }
  }

  /// Returns the assignment that letters name, one word a group: `of("AL", "AP", "APB", "PBL")`.
  ///
  /// @throws IllegalArgumentException if a word has an unknown letter or one twice
  public static Assignment of(String... letters) {
    return new Assignment(Arrays.stream(letters).map(StrategySet::parse).toList());
  }

  /// Returns the same set for every group.
  public static Assignment everywhere(StrategySet set, int groups) {
    return new Assignment(Collections.nCopies(groups, set));
  }

  /// Returns the set of a group.
  public StrategySet of(int group) {
    return sets.get(group);
  }

  /// Returns the number of groups.
  public int groups() {
    return sets.size();
  }

  /// Returns the sets as `AL/AP/APB/PBL`.
  @Override
  public String toString() {
    return sets.stream().map(StrategySet::letters).collect(Collectors.joining("/"));
  }
}
