package spindle.study;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import spindle.design.AllocationChoice;
import spindle.design.AssignmentChoice;
import spindle.design.BackboneShape;
import spindle.design.DesignSpace;
import spindle.design.Stacking;
import spindle.design.TunedChoice;

/// All that a study is to do, but for the user's decisions.
///
/// @param subject what is tuned, on what and within what
/// @param groups number of groups `K` of the whole backbone, 4 in the paper
/// @param order dimensions in the order in which they are decided; none twice, some may be left out
/// @param protocol how candidates are compared
/// @param seed of every random choice
/// @param border first layer of the decoder, counted from 0, if encoder and decoder are grouped as
///   two stacks, each into half of the groups
public record StudyPlan(
    Subject subject,
    int groups,
    List<StageKind> order,
    Protocol protocol,
    Seed seed,
    Optional<Integer> border) {

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if the backbone or a stack of it has fewer layers than
  ///   groups, the border is not that of the backbone, a dimension comes twice or one is of a group
  ///   that there is not
  public StudyPlan {
    order = List.copyOf(order);
    requireStacks(new Stacking(subject.shape().layers(), groups, border), subject.shape());
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

  /// Makes the plan of a study that groups encoder and decoder as one stack.
  ///
  /// @throws IllegalArgumentException as above
  public StudyPlan(
      Subject subject, int groups, List<StageKind> order, Protocol protocol, Seed seed) {
    this(subject, groups, order, protocol, seed, Optional.empty());
  }

  /// Returns into how many groups the layers are cut, and in which stacks.
  public Stacking stacking() {
    return new Stacking(subject.shape().layers(), groups, border);
  }

  /// Returns the space before any decision: any grouping into `K` groups, any allocation, any tuned
  /// groups, any strategies.
  public DesignSpace space() {
    return new DesignSpace(
        subject.shape().layers(),
        stacking().free(),
        new AllocationChoice.Free(1),
        new TunedChoice.Free(),
        AssignmentChoice.FREE,
        subject.options());
  }

  /// Returns the same plan with other limits or another way of sampling. What was measured stays
  /// valid, and every verdict follows anew.
  public StudyPlan with(Protocol other) {
    return new StudyPlan(subject, groups, order, other, seed, border);
  }

  private static void requireStacks(Stacking stacking, BackboneShape shape) {
    if (stacking.border().isPresent() && !stacking.border().equals(shape.border())) {
      throw new IllegalArgumentException(
          "the backbone's decoder does not begin at layer " + stacking.border().get());
    }
  }
}
