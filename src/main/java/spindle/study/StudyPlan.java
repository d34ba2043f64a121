package spindle.study;

import java.util.HashSet;
import java.util.List;
import spindle.design.AllocationChoice;
import spindle.design.AssignmentChoice;
import spindle.design.DesignSpace;
import spindle.design.GroupingChoice;
import spindle.design.TunedChoice;

/// All that a study is to do, but for the user's decisions.
///
/// @param subject what is tuned, on what and within what
/// @param groups number of groups `K`, 4 in the paper
/// @param order dimensions in the order in which they are decided; none twice, some may be left out
/// @param protocol how candidates are compared
/// @param seed of every random choice
public record StudyPlan(
    Subject subject, int groups, List<StageKind> order, Protocol protocol, Seed seed) {

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if the backbone has fewer layers than groups, a dimension
  ///   comes twice or one is of a group that there is not
  public StudyPlan {
    order = List.copyOf(order);
    int layers = subject.shape().layers();
    if (groups < 1 || groups > layers) {
      throw new IllegalArgumentException(
          "the number of groups must be from 1 to the backbone's " + layers + " layers: " + groups);
    }
    if (order.isEmpty() || new HashSet<>(order).size() < order.size()) {
      throw new IllegalArgumentException("a study decides each of its dimensions once: " + order);
    }
    for (StageKind kind : order) {
      if (kind instanceof StageKind.Strategies(int group) && group >= groups) {
        throw new IllegalArgumentException(
            "stage " + kind.id() + " is of a group that is not among " + groups);
      }
    }
  }

  /// Returns the space before any decision: any grouping into `K` groups, any allocation, any tuned
  /// groups, any strategies.
  public DesignSpace space() {
    return new DesignSpace(
        subject.shape().layers(),
        new GroupingChoice.Free(groups),
        new AllocationChoice.Free(1),
        new TunedChoice.Free(),
        AssignmentChoice.FREE,
        subject.options());
  }

  /// Returns the same plan with other limits or another way of sampling. What was measured stays
  /// valid, and every verdict follows anew.
  public StudyPlan with(Protocol other) {
    return new StudyPlan(subject, groups, order, other, seed);
  }
}
