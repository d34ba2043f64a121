package spindle.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import spindle.design.AllocationChoice;
import spindle.design.AllocationPattern;
import spindle.design.GroupingPattern;
import spindle.design.Stacking;
import spindle.design.StrategySet;
import spindle.design.TunedChoice;
import spindle.design.TunedGroups;

/// The candidates that a stage has unless the user changes them.
public final class Presets {

  /// Which of the known candidates.
  public enum Extent {
    /// Those that the paper's tables compare; for other than four groups, those of the same kind.
    PAPER,
    /// All of them: 15 strategy sets, every non-empty set of tuned groups.
    ALL
  }

  private Presets() {}

  /// Returns the stage of a dimension with its preset candidates.
  ///
  /// Grouping patterns that the backbone is too shallow for are left out.
  ///
  /// @param layers layers of the backbone
  /// @param groups number of groups `K`; [Extent#ALL] needs at most 8 to list tuned groups
  /// @throws IllegalArgumentException if no candidate is left
  public static Stage stage(StageKind kind, int layers, int groups, Extent extent) {
    return stage(kind, Stacking.one(layers, groups), extent);
  }

  /// Returns the stage of a dimension with its preset candidates.
  ///
  /// Grouping patterns that the backbone or a stack of it is too shallow for are left out.
  ///
  /// @param stacking number of groups; [Extent#ALL] needs at most 8 to list tuned groups
  /// @throws IllegalArgumentException if no candidate is left
  public static Stage stage(StageKind kind, Stacking stacking, Extent extent) {
    return switch (kind) {
      case StageKind.Grouping() -> new Stage(kind, groupings(stacking));
      case StageKind.Allocation() -> new Stage(kind, allocations());
      case StageKind.Tuned() -> new Stage(kind, tuned(stacking.groups(), extent));
      case StageKind.Strategies(int group) -> new Stage(kind, strategies(group, extent));
    };
  }

  private static List<Candidate> groupings(Stacking stacking) {
    List<Candidate> candidates =
        Stream.of(GroupingPattern.values())
            .filter(pattern -> stacking.patterned(pattern).count(stacking.layers()).signum() > 0)
            .map(pattern ->
                new Candidate(
                    pattern.label(),
                    new Candidate.Constraint.Grouping(stacking.patterned(pattern))))
            .toList();
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException(
          "no grouping pattern divides %d layers into %d groups: choose fewer groups"
              .formatted(stacking.layers(), stacking.groups()));
    }
    return candidates;
  }

  private static List<Candidate> allocations() {
    return Stream.of(
            AllocationPattern.INCREASING, AllocationPattern.UNIFORM, AllocationPattern.DECREASING)
        .map(pattern ->
            new Candidate(
                pattern.label(),
                new Candidate.Constraint.Allocation(new AllocationChoice.Patterned(pattern, 1))))
        .toList();
  }

  private static List<Candidate> tuned(int groups, Extent extent) {
    List<TunedGroups> sets =
        switch (extent) {
          case PAPER -> paper(groups);
          case ALL -> {
            if (groups > 8) {
              throw new IllegalArgumentException(
                  "sets of tuned groups are listed for at most 8 groups, not " + groups);
            }
            yield TunedGroups.subsets(groups);
          }
        };
    return sets.stream()
        .map(set ->
            new Candidate(
                set.toString(), new Candidate.Constraint.Tuned(new TunedChoice.Fixed(set))))
        .toList();
  }

  /// Each group alone, the first and the second half, all but the last, all but the first, all:
  /// with four groups the paper's nine.
  private static List<TunedGroups> paper(int groups) {
    Set<TunedGroups> sets = new LinkedHashSet<>();
    IntStream.range(0, groups).forEach(group -> sets.add(range(group, group + 1)));
    List<int[]> ranges = new ArrayList<>();
    ranges.add(new int[] {0, groups / 2});
    ranges.add(new int[] {groups / 2, groups});
    ranges.add(new int[] {0, groups - 1});
    ranges.add(new int[] {1, groups});
    ranges.add(new int[] {0, groups});
    ranges.stream()
        .filter(range -> range[0] < range[1])
        .forEach(range -> sets.add(range(range[0], range[1])));
    return List.copyOf(sets);
  }

  private static TunedGroups range(int from, int to) {
    return new TunedGroups(IntStream.range(from, to).boxed().collect(Collectors.toSet()));
  }

  private static List<Candidate> strategies(int group, Extent extent) {
    List<StrategySet> sets =
        switch (extent) {
          case PAPER -> StrategySet.paper();
          case ALL -> StrategySet.all();
        };
    return sets.stream()
        .map(set -> new Candidate(set.letters(), new Candidate.Constraint.Strategies(group, set)))
        .toList();
  }
}
