package spindle.study;

import spindle.design.AllocationChoice;
import spindle.design.DesignSpace;
import spindle.design.GroupingChoice;
import spindle.design.StrategySet;
import spindle.design.TunedChoice;

/// One choice in a dimension: a constraint with a name, preset or drawn by the user.
///
/// @param name shown and stored, such as `spindle`; unique in its stage
/// @param constraint what its designs obey
public record Candidate(String name, Constraint constraint) {

  /// Checks the name.
  ///
  /// @throws IllegalArgumentException if it is blank
  public Candidate {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a candidate needs a name");
    }
  }

  /// What the designs of a candidate obey.
  public sealed interface Constraint {

    /// A pattern of groupings, or one grouping.
    ///
    /// @param choice the groupings
    record Grouping(GroupingChoice choice) implements Constraint {}

    /// A pattern of allocations, or one allocation.
    ///
    /// @param choice the allocations
    record Allocation(AllocationChoice choice) implements Constraint {}

    /// A set of tuned groups.
    ///
    /// @param choice the sets
    record Tuned(TunedChoice choice) implements Constraint {}

    /// The strategies of one group.
    ///
    /// @param group the group, counted from 0
    /// @param set its strategies
    record Strategies(int group, StrategySet set) implements Constraint {}

    /// Returns the dimension that it constrains.
    default StageKind kind() {
      return switch (this) {
        case Grouping _ -> new StageKind.Grouping();
        case Allocation _ -> new StageKind.Allocation();
        case Tuned _ -> new StageKind.Tuned();
        case Strategies(int group, StrategySet _) -> new StageKind.Strategies(group);
      };
    }

    /// Returns the part of a space that obeys it.
    ///
    /// @throws IllegalArgumentException saying why, if no design does
    default DesignSpace within(DesignSpace space) {
      return switch (this) {
        case Grouping(GroupingChoice choice) -> space.with(choice);
        case Allocation(AllocationChoice choice) -> space.with(choice);
        case Tuned(TunedChoice choice) -> space.with(choice);
        case Strategies(int group, StrategySet set) ->
            space.with(space.assignment().with(group, set));
      };
    }
  }
}
