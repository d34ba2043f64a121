package spindle.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A dimension of the design space, which one stage of a study decides.
public sealed interface StageKind {

  /// Layers into groups: the step from S0 to S1.
  record Grouping() implements StageKind {}

  /// Budget among layers: from S1 to S2.
  record Allocation() implements StageKind {}

  /// Which groups are tuned: from S2 to S3.
  record Tuned() implements StageKind {}

  /// Strategies of one group: a part of the step from S3 to S4.
  ///
  /// @param group the group, counted from 0
  record Strategies(int group) implements StageKind {
    /// Checks the group.
    ///
    /// @throws IllegalArgumentException if it is negative
    public Strategies {
      if (group < 0) {
        throw new IllegalArgumentException("groups are counted from 0: " + group);
      }
    }
  }

  /// Returns the name that is stored and parsed: `grouping`, `allocation`, `groups`, `G1`, `G2` and
  /// so on.
  default String id() {
    return switch (this) {
      case Grouping() -> "grouping";
      case Allocation() -> "allocation";
      case Tuned() -> "groups";
      case Strategies(int group) -> "G" + (group + 1);
    };
  }

  /// Returns the kind of a name; case does not matter.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  static StageKind parse(String id) {
    String name = id.toLowerCase(Locale.ROOT);
    if (name.matches("g[1-9][0-9]{0,3}")) {
      return new Strategies(Integer.parseInt(name.substring(1)) - 1);
    }
    return switch (name) {
      case "grouping" -> new Grouping();
      case "allocation" -> new Allocation();
      case "groups" -> new Tuned();
      default ->
          throw new IllegalArgumentException(
              "unknown stage \"" + id + "\" (known: grouping, allocation, groups, G1, G2, ...)");
    };
  }

  /// Returns the paper's order, from coarse to fine.
  ///
  /// @param groups number of groups `K`
  static List<StageKind> paper(int groups) {
    List<StageKind> order = new ArrayList<>(List.of(new Grouping(), new Allocation(), new Tuned()));
    for (int group = 0; group < groups; group++) {
      order.add(new Strategies(group));
    }
    return List.copyOf(order);
  }
}
