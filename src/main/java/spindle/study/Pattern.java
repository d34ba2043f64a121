package spindle.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import spindle.design.Allocation;
import spindle.design.AllocationChoice;
import spindle.design.AllocationPattern;
import spindle.design.Assignment;
import spindle.design.Design;
import spindle.design.DesignSpace;
import spindle.design.GroupingChoice;
import spindle.design.GroupingPattern;
import spindle.design.LayerGrouping;
import spindle.design.TunedChoice;
import spindle.design.TunedGroups;

/// The design that stands for what a path has decided, or what it still lacks.
///
/// Where a pattern admits several, the representative is taken: the grouping nearest to the
/// pattern's ideal proportions, and the straight profile from 1 to 2.
public sealed interface Pattern {

  /// Everything is decided.
  ///
  /// @param design the design
  record Complete(Design design) implements Pattern {}

  /// Some dimensions are open.
  ///
  /// @param missing those without a decision, in the paper's order
  record Incomplete(List<StageKind> missing) implements Pattern {
    /// Copies the list.
    public Incomplete {
      missing = List.copyOf(missing);
    }
  }

  /// Returns the pattern of a path.
  static Pattern of(StudyPlan plan, StudyPath path) {
    return of(path.space(plan));
  }

  /// Returns the pattern of a space.
  static Pattern of(DesignSpace space) {
    List<StageKind> missing = new ArrayList<>();
    Optional<LayerGrouping> grouping = grouping(space);
    Optional<Allocation> allocation = allocation(space);
    Optional<TunedGroups> tuned = tuned(space);
    if (grouping.isEmpty()) {
      missing.add(new StageKind.Grouping());
    }
    if (allocation.isEmpty()) {
      missing.add(new StageKind.Allocation());
    }
    if (tuned.isEmpty()) {
      missing.add(new StageKind.Tuned());
    }
    IntStream.range(0, space.groups())
        .filter(group -> tuned.map(set -> set.contains(group)).orElse(true))
        .filter(group -> !space.assignment().fixed().containsKey(group))
        .forEach(group -> missing.add(new StageKind.Strategies(group)));
    if (!missing.isEmpty()) {
      return new Incomplete(missing);
    }
    return new Complete(
        new Design(
            grouping.orElseThrow(),
            allocation.orElseThrow(),
            tuned.orElseThrow(),
            assignment(space),
            space.options()));
  }

  private static Optional<LayerGrouping> grouping(DesignSpace space) {
    return grouping(space.grouping(), space.layers());
  }

  private static Optional<LayerGrouping> grouping(GroupingChoice choice, int layers) {
    return switch (choice) {
      case GroupingChoice.PerLayer() -> Optional.of(LayerGrouping.perLayer(layers));
      case GroupingChoice.Free _ -> Optional.empty();
      case GroupingChoice.Patterned(GroupingPattern pattern, int groups) ->
          Optional.of(pattern.representative(layers, groups));
      case GroupingChoice.Fixed(LayerGrouping only) -> Optional.of(only);
      case GroupingChoice.Stacks(GroupingChoice encoder, int border, GroupingChoice decoder) ->
          grouping(encoder, border)
              .flatMap(first -> grouping(decoder, layers - border).map(first::followedBy));
    };
  }

  private static Optional<Allocation> allocation(DesignSpace space) {
    int layers = space.layers();
    return switch (space.allocation()) {
      case AllocationChoice.Free _ -> Optional.empty();
      case AllocationChoice.Fixed(Allocation only) -> Optional.of(only);
      case AllocationChoice.Patterned(AllocationPattern pattern, double _) ->
          switch (pattern) {
            case INCREASING -> Optional.of(Allocation.increasing(layers, 1));
            case UNIFORM -> Optional.of(Allocation.uniform(layers));
            case DECREASING -> Optional.of(Allocation.decreasing(layers, 1));
            case CUSTOM, RANDOM -> Optional.empty();
          };
    };
  }

  private static Optional<TunedGroups> tuned(DesignSpace space) {
    return switch (space.tuned()) {
      case TunedChoice.Free() -> Optional.empty();
      case TunedChoice.All() -> Optional.of(TunedGroups.all(space.groups()));
      case TunedChoice.Fixed(TunedGroups only) -> Optional.of(only);
    };
  }

  /// A frozen group, whose set has no effect, gets the first of its choices.
  private static Assignment assignment(DesignSpace space) {
    return new Assignment(
        IntStream.range(0, space.groups())
            .mapToObj(group -> space.assignment().choices(group).getFirst())
            .toList());
  }
}
