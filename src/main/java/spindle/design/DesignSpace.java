package spindle.design;

import java.math.BigInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// A set of designs of one depth: each dimension is free, restricted to a pattern, or fixed.
///
/// The spaces of Chen et al. (2023) are nested: [#s0(int)] restricts nothing, and each later one
/// fixes one dimension more by [#with(GroupingChoice)] and its siblings.
///
/// @param layers layers of the backbone `L`, from 1 to 1000
/// @param grouping layers into groups
/// @param allocation share of each layer in the budget
/// @param tuned groups that are tuned
/// @param assignment strategies of each group
/// @param options forms in which the strategies are built
public record DesignSpace(
    int layers,
    GroupingChoice grouping,
    AllocationChoice allocation,
    TunedChoice tuned,
    AssignmentChoice assignment,
    ModuleOptions options) {

  /// Checks that the choices fit together and leave a design.
  ///
  /// @throws IllegalArgumentException saying which choice leaves none or speaks of other layers or
  ///   groups
  public DesignSpace {
    if (layers < 1 || layers > LayerGrouping.MOST_LAYERS) {
      throw new IllegalArgumentException(
          "a design space has from 1 to " + LayerGrouping.MOST_LAYERS + " layers, not " + layers);
    }
    requireGroupings(layers, grouping);
    if (allocation instanceof AllocationChoice.Fixed(Allocation only) && only.layers() != layers) {
      throw new IllegalArgumentException(
          "the allocation has %d layers but the space has %d".formatted(only.layers(), layers));
    }
    int groups = grouping.groups(layers);
    if (tuned instanceof TunedChoice.Fixed(TunedGroups only)
        && only.groups().stream().anyMatch(group -> group >= groups)) {
      throw new IllegalArgumentException(
          "the tuned groups %s are not all among %d groups".formatted(only, groups));
    }
    if (assignment.fixed().keySet().stream().anyMatch(group -> group < 0 || group >= groups)) {
      throw new IllegalArgumentException(
          "strategies are fixed for a group that is not among %d groups".formatted(groups));
    }
  }

  /// Returns S0: every layer on its own is tuned or not, with any strategies, at any size.
  public static DesignSpace s0(int layers) {
    return new DesignSpace(
        layers,
        new GroupingChoice.PerLayer(),
        new AllocationChoice.Free(1),
        new TunedChoice.Free(),
        AssignmentChoice.FREE,
        ModuleOptions.DEFAULT);
  }

  /// Returns the space of one design.
  public static DesignSpace of(Design design) {
    return new DesignSpace(
        design.layers(),
        new GroupingChoice.Fixed(design.grouping()),
        new AllocationChoice.Fixed(design.allocation()),
        new TunedChoice.Fixed(design.tuned()),
        AssignmentChoice.fixed(design.assignment()),
        design.options());
  }

  /// Returns the space with another choice of groupings.
  ///
  /// @throws IllegalArgumentException if it leaves no design, such as a spindle of 5 layers
  public DesignSpace with(GroupingChoice choice) {
    return new DesignSpace(layers, choice, allocation, tuned, assignment, options);
  }

  /// Returns the space with another choice of allocations.
  ///
  /// @throws IllegalArgumentException if it speaks of another number of layers
  public DesignSpace with(AllocationChoice choice) {
    return new DesignSpace(layers, grouping, choice, tuned, assignment, options);
  }

  /// Returns the space with another choice of tuned groups.
  ///
  /// @throws IllegalArgumentException if it has a group that the space lacks
  public DesignSpace with(TunedChoice choice) {
    return new DesignSpace(layers, grouping, allocation, choice, assignment, options);
  }

  /// Returns the space with another choice of strategies.
  ///
  /// @throws IllegalArgumentException if it has a group that the space lacks
  public DesignSpace with(AssignmentChoice choice) {
    return new DesignSpace(layers, grouping, allocation, tuned, choice, options);
  }

  /// Returns the space with other forms of modules.
  public DesignSpace with(ModuleOptions forms) {
    return new DesignSpace(layers, grouping, allocation, tuned, assignment, forms);
  }

  /// Returns the number of groups of every design.
  public int groups() {
    return grouping.groups(layers);
  }

  /// Says whether a design belongs to the space.
  public boolean contains(Design design) {
    return design.layers() == layers
        && design.grouping().groups() == groups()
        && grouping.admits(design.grouping())
        && allocation.admits(design.allocation())
        && tuned.admits(design.tuned(), groups())
        && assignment.admits(design.assignment())
        && design.options().equals(options);
  }

  /// Returns the number of designs, amounts not counted: free allocations count as one, and the
  /// strategies of frozen groups do not count.
  ///
  /// S0 of `L` layers has `16^L - 1`: every layer untuned or with one of 15 sets, not all untuned.
  public BigInteger size() {
    return grouping.count(layers).multiply(assignedSets());
  }

  /// Returns every design once, made as they are asked for.
  ///
  /// @throws IllegalArgumentException if the allocation is drawn at random, or tuned groups are
  ///   free among more than 20
  public Stream<Design> designs() {
    if (allocation.isRandom()) {
      throw new IllegalArgumentException(
          "a space of free allocations cannot be listed: fix the allocation first");
    }
    // every generator would do, as nothing is drawn from it
    Allocation only = allocation.sample(layers, new java.util.SplittableRandom(0));
    return grouping
        .all(layers)
        .flatMap(groupings ->
            tuned
                .all(groups())
                .flatMap(set ->
                    assignment
                        .all(groups(), set)
                        .map(sets -> new Design(groupings, only, set, sets, options))));
  }

  /// Draws one design, all dimensions from one generator.
  public Design sample(RandomGenerator random) {
    return sample(_ -> random);
  }

  /// Draws one design, each free dimension from its own stream: `grouping`, `allocation`, `tuned`,
  /// `assignment-0`, `assignment-1` and so on.
  ///
  /// Two spaces that differ in one dimension give, by streams of the same states, designs that are
  /// the same in all others.
  ///
  /// @param streams returns for a name a generator whose state depends on the name alone
  public Design sample(Function<String, RandomGenerator> streams) {
    return new DesignSampler(this, streams).draw();
  }

  /// Draws one design that is admitted: designs that are not are drawn again.
  ///
  /// Where allocations are random, first only the allocation is drawn again, from the same stream,
  /// up to [DesignSampler#ALLOCATIONS] times; then all dimensions, up to [DesignSampler#DESIGNS]
  /// times, from streams whose names end in `#1`, `#2` and so on.
  ///
  /// @param streams returns for a name a generator whose state depends on the name alone
  /// @throws DesignException if none of the drawn designs is admitted, with the reason for the last
  public Design sample(Function<String, RandomGenerator> streams, Admission admission) {
    return DesignSampler.admitted(this, streams, admission);
  }

  private BigInteger assignedSets() {
    BigInteger product = BigInteger.ONE;
    boolean free = tuned instanceof TunedChoice.Free;
    for (int group = 0; group < groups(); group++) {
      if (isTunable(group)) {
        BigInteger choices = BigInteger.valueOf(assignment.choices(group).size());
        product = product.multiply(free ? choices.add(BigInteger.ONE) : choices);
      }
    }
    return free ? product.subtract(BigInteger.ONE) : product;
  }

  private boolean isTunable(int group) {
    return switch (tuned) {
      case TunedChoice.Free(), TunedChoice.All() -> true;
      case TunedChoice.Fixed(TunedGroups only) -> only.contains(group);
    };
  }

  private static void requireGroupings(int layers, GroupingChoice grouping) {
    switch (grouping) {
      case GroupingChoice.PerLayer() -> {}
      case GroupingChoice.Free(int groups) -> Compositions.count(layers, groups);
      case GroupingChoice.Patterned(GroupingPattern pattern, int groups) -> {
        if (pattern.count(layers, groups).signum() == 0) {
          throw new IllegalArgumentException(pattern.refusal(layers, groups));
        }
      }
      case GroupingChoice.Fixed(LayerGrouping only) -> {
        if (only.layers() != layers) {
          throw new IllegalArgumentException(
              "the grouping %s has %d layers but the space has %d"
                  .formatted(only, only.layers(), layers));
        }
      }
      case GroupingChoice.Stacks(GroupingChoice encoder, int border, GroupingChoice decoder) -> {
        if (border >= layers) {
          throw new IllegalArgumentException(
              "a decoder from layer %d on is not among %d layers".formatted(border, layers));
        }
        requireGroupings(border, encoder);
        requireGroupings(layers - border, decoder);
      }
    }
  }
}
