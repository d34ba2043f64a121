package spindle.ui.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import spindle.design.Allocation;
import spindle.design.AllocationChoice;
import spindle.design.AllocationPattern;
import spindle.design.Assignment;
import spindle.design.Design;
import spindle.design.DesignSpace;
import spindle.design.GroupingChoice;
import spindle.design.LayerGrouping;
import spindle.design.ModuleOptions;
import spindle.design.Strategy;
import spindle.design.StrategySet;
import spindle.design.TunedChoice;
import spindle.design.TunedGroups;

/// A design while it is drawn: unlike a [Design] it may have no tuned group, or a tuned group
/// without a strategy.
///
/// @param grouping layers into groups
/// @param allocation weight of each layer
/// @param tuned groups that are switched on, counted from 0
/// @param strategies those of each group; may be empty
/// @param options forms of the strategies
public record Draft(
    LayerGrouping grouping,
    Allocation allocation,
    Set<Integer> tuned,
    List<Set<Strategy>> strategies,
    ModuleOptions options) {
  /// The least weight that can be drawn, relative to the mean; none at all is what switching a
  /// group off is for.
  public static final double LEAST_WEIGHT = 0.05;

  /// Copies the collections.
  ///
  /// @throws IllegalArgumentException if layers or groups do not agree
  public Draft {
    tuned = Collections.unmodifiableSet(new TreeSet<>(tuned));
    strategies = strategies.stream().map(Draft::copy).toList();
    if (strategies.size() != grouping.groups() || allocation.layers() != grouping.layers()) {
      throw new IllegalArgumentException(
          "%d strategy sets and %d weights for the grouping %s"
              .formatted(strategies.size(), allocation.layers(), grouping));
    }
  }

  private static Set<Strategy> copy(Set<Strategy> set) {
    return Collections.unmodifiableSet(
        set.isEmpty() ? EnumSet.noneOf(Strategy.class) : EnumSet.copyOf(set));
  }

  /// Returns the draft of a design.
  public static Draft of(Design design) {
    return new Draft(
        design.grouping(),
        design.allocation(),
        design.tuned().groups(),
        design.assignment().sets().stream().map(StrategySet::strategies).toList(),
        design.options());
  }

  /// Returns the draft that stands for a space: patterns by their representative, groups without
  /// decided strategies by none, free dimensions by equal groups, equal weights and all groups.
  public static Draft of(DesignSpace space) {
    int groups = space.groups();
    return new Draft(
        grouping(space),
        allocation(space),
        switch (space.tuned()) {
          case TunedChoice.Free(), TunedChoice.All() -> TunedGroups.all(groups).groups();
          case TunedChoice.Fixed(TunedGroups only) -> only.groups();
        },
        IntStream.range(0, groups).mapToObj(group -> strategies(space, group)).toList(),
        space.options());
  }

  private static LayerGrouping grouping(DesignSpace space) {
    return grouping(space.grouping(), space.layers());
  }

  private static LayerGrouping grouping(GroupingChoice choice, int layers) {
    return switch (choice) {
      case GroupingChoice.PerLayer() -> LayerGrouping.perLayer(layers);
      case GroupingChoice.Free(int groups) ->
          LayerGrouping.proportional(layers, Collections.nCopies(groups, 1));
      case GroupingChoice.Patterned(var pattern, int groups) ->
          pattern.representative(layers, groups);
      case GroupingChoice.Fixed(LayerGrouping only) -> only;
      case GroupingChoice.Stacks(GroupingChoice encoder, int border, GroupingChoice decoder) ->
          grouping(encoder, border).followedBy(grouping(decoder, layers - border));
    };
  }

  private static Allocation allocation(DesignSpace space) {
    int layers = space.layers();
    return switch (space.allocation()) {
      case AllocationChoice.Free _ -> Allocation.uniform(layers);
      case AllocationChoice.Fixed(Allocation only) -> only;
      case AllocationChoice.Patterned(AllocationPattern pattern, double _) ->
          switch (pattern) {
            case INCREASING -> Allocation.increasing(layers, 1);
            case DECREASING -> Allocation.decreasing(layers, 1);
            case UNIFORM, CUSTOM, RANDOM -> Allocation.uniform(layers);
          };
    };
  }

  private static Set<Strategy> strategies(DesignSpace space, int group) {
    List<StrategySet> choices = space.assignment().choices(group);
    return choices.size() == 1 ? choices.getFirst().strategies() : Set.of();
  }

  /// Returns the design that is drawn; empty if nothing is tuned or a tuned group has no strategy.
  public Optional<Design> design() {
    if (tuned.isEmpty() || !lacking().isEmpty()) {
      return Optional.empty();
    }
    // what a frozen group would do has no effect, but it must be something
    List<StrategySet> sets =
        strategies.stream()
            .map(set -> set.isEmpty() ? StrategySet.of(Strategy.LORA) : new StrategySet(set))
            .toList();
    return Optional.of(
        new Design(grouping, allocation, new TunedGroups(tuned), new Assignment(sets), options));
  }

  /// Returns the groups that are switched on and have no strategy.
  public List<Integer> lacking() {
    return tuned.stream().filter(group -> strategies.get(group).isEmpty()).toList();
  }

  /// Returns the number of layers before a boundary; boundary 0 is that between the first two
  /// groups.
  public int boundary(int index) {
    return grouping.startOf(index + 1);
  }

  /// Returns this draft with a boundary moved as far towards a place as its neighbours leave each
  /// group a layer.
  ///
  /// @param layersBefore wanted number of layers before the boundary
  public Draft withBoundary(int index, int layersBefore) {
    int low = grouping.startOf(index) + 1;
    int high = grouping.startOf(index + 1) + grouping.sizes().get(index + 1) - 1;
    int place = Math.clamp(layersBefore, low, high);
    List<Integer> sizes = new ArrayList<>(grouping.sizes());
    int shift = place - boundary(index);
    sizes.set(index, sizes.get(index) + shift);
    sizes.set(index + 1, sizes.get(index + 1) - shift);
    return new Draft(new LayerGrouping(sizes), allocation, tuned, strategies, options);
  }

  /// Returns this draft with another grouping of the same number of groups and layers.
  public Draft withGrouping(LayerGrouping next) {
    return new Draft(next, allocation, tuned, strategies, options);
  }

  /// Returns this draft with another allocation.
  public Draft withAllocation(Allocation next) {
    return new Draft(grouping, next, tuned, strategies, options);
  }

  /// Returns this draft with the weight of one layer changed, not below the least that can be
  /// drawn.
  public Draft withWeight(int layer, double weight) {
    List<Double> weights = new ArrayList<>(allocation.weights());
    weights.set(layer, Math.max(LEAST_WEIGHT * meanWeight(), weight));
    return withAllocation(Allocation.custom(weights));
  }

  /// Returns the mean weight of the layers.
  public double meanWeight() {
    return allocation.weights().stream().mapToDouble(Double::doubleValue).average().orElse(1);
  }

  /// Returns this draft with a group switched on if it was off, else off.
  public Draft toggled(int group) {
    Set<Integer> next = new TreeSet<>(tuned);
    if (!next.remove(group)) {
      next.add(group);
    }
    return new Draft(grouping, allocation, next, strategies, options);
  }

  /// Returns this draft with a strategy added to a group, which is switched on.
  public Draft with(int group, Strategy strategy) {
    Set<Strategy> set = EnumSet.of(strategy);
    set.addAll(strategies.get(group));
    Set<Integer> on = new TreeSet<>(tuned);
    on.add(group);
    return new Draft(grouping, allocation, on, replaced(group, set), options);
  }

  /// Returns this draft with a strategy taken from a group.
  public Draft without(int group, Strategy strategy) {
    Set<Strategy> set = EnumSet.noneOf(Strategy.class);
    set.addAll(strategies.get(group));
    set.remove(strategy);
    return new Draft(grouping, allocation, tuned, replaced(group, set), options);
  }

  private List<Set<Strategy>> replaced(int group, Set<Strategy> set) {
    return IntStream.range(0, strategies.size())
        .mapToObj(g -> g == group ? set : strategies.get(g))
        .toList();
  }
}
