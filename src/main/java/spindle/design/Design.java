package spindle.design;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A point of the design space: what is tuned where, without sizes.
///
/// The sizes follow from a backbone and a budget; [BudgetSolver] finds them.
///
/// @param grouping layers into groups
/// @param allocation share of each layer in the budget
/// @param tuned groups that are tuned
/// @param assignment strategies of each group
/// @param options forms in which the strategies are built
public record Design(
    LayerGrouping grouping,
    Allocation allocation,
    TunedGroups tuned,
    Assignment assignment,
    ModuleOptions options) {

  /// Checks that the parts fit together.
  ///
  /// @throws IllegalArgumentException saying which parts speak of different layers or groups
  public Design {
    if (allocation.layers() != grouping.layers()) {
      throw new IllegalArgumentException(
          "the allocation has %d layers but the grouping %s has %d"
              .formatted(allocation.layers(), grouping, grouping.layers()));
    }
    if (assignment.groups() != grouping.groups()) {
      throw new IllegalArgumentException(
          "the assignment %s has %d groups but the grouping %s has %d"
              .formatted(assignment, assignment.groups(), grouping, grouping.groups()));
    }
    if (tuned.groups().stream().anyMatch(group -> group >= grouping.groups())) {
      throw new IllegalArgumentException(
          "the tuned groups %s are not all in the grouping %s".formatted(tuned, grouping));
    }
  }

  /// Returns the number of layers `L`.
  public int layers() {
    return grouping.layers();
  }

  /// Returns the strategies of a layer; empty if its group is frozen.
  public Optional<StrategySet> strategiesOf(int layer) {
    int group = grouping.groupOf(layer);
    return tuned.contains(group) ? Optional.of(assignment.of(group)) : Optional.empty();
  }

  /// Returns the layers of the tuned groups, in forward order.
  public List<Integer> tunedLayers() {
    return IntStream.range(0, layers())
        .filter(layer -> tuned.contains(grouping.groupOf(layer)))
        .boxed()
        .toList();
  }

  /// Returns this design for an encoder and another for a decoder as one design of two stacks, each
  /// with its own groups and strategies.
  ///
  /// The allocation is uniform if both are, else the weights of both, one after the other.
  ///
  /// @throws IllegalArgumentException if the forms of the modules differ
  public Design followedBy(Design decoder) {
    if (!options.equals(decoder.options)) {
      throw new IllegalArgumentException("the stacks of a design have the same forms of modules");
    }
    Set<Integer> groups = new HashSet<>(tuned.groups());
    decoder.tuned.groups().forEach(group -> groups.add(group + grouping.groups()));
    return new Design(
        grouping.followedBy(decoder.grouping),
        allocation.followedBy(decoder.allocation),
        new TunedGroups(groups),
        new Assignment(
            Stream.concat(assignment.sets().stream(), decoder.assignment.sets().stream()).toList()),
        options);
  }

  /// Returns the design of the same proportions for a backbone of another depth.
  ///
  /// @throws IllegalArgumentException if there are fewer layers than groups
  public Design scaledTo(int layers) {
    return new Design(
        grouping.scaledTo(layers), allocation.scaledTo(layers), tuned, assignment, options);
  }

  /// Returns the design of the same proportions for another backbone.
  ///
  /// If both have a decoder, a group begins at its first layer, and the grouping as a whole has no
  /// pattern, encoder and decoder are two stacks and keep their groups; else the layers are one
  /// stack.
  ///
  /// @param from the design's own backbone
  /// @throws IllegalArgumentException if there are fewer layers than groups
  public Design scaledTo(BackboneShape from, BackboneShape to) {
    Optional<LayerGrouping> encoder = from.border().flatMap(grouping::before);
    if (encoder.isEmpty()
        || to.border().isEmpty()
        || GroupingPattern.of(grouping).isPresent()
        || from.layers() != layers()) {
      return scaledTo(to.layers());
    }
    LayerGrouping decoder = grouping.from(from.encoderLayers()).orElseThrow();
    return new Design(
        encoder.get().scaledTo(to.encoderLayers()).followedBy(decoder.scaledTo(to.decoderLayers())),
        allocation.scaledTo(to.layers()),
        tuned,
        assignment,
        options);
  }

  /// Returns a line such as `(2,4,4,2) uniform G1,G2,G3,G4 AL/AP/APB/PBL`.
  @Override
  public String toString() {
    return grouping + " " + allocation.pattern().label() + " " + tuned + " " + assignment;
  }
}
