package spindle.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import spindle.design.Allocation;
import spindle.design.AllocationChoice;
import spindle.design.AllocationPattern;
import spindle.design.AssignmentChoice;
import spindle.design.DesignSpace;
import spindle.design.GroupingChoice;
import spindle.design.GroupingPattern;
import spindle.design.LayerGrouping;
import spindle.design.StrategySet;
import spindle.design.TunedChoice;
import spindle.design.TunedGroups;

/// The options that restrict a design space, dimension by dimension.
final class SpaceOptions {

  private static final String FREE = "free";

  /// The nested spaces of the paper, with the patterns that it found.
  enum Nested {
    /// Every layer on its own.
    S0,
    /// Four groups, spindle.
    S1,
    /// And uniform allocation.
    S2,
    /// And all groups tuned.
    S3,
    /// And the strategies of the S4 design.
    S4
  }

  @Option(
      names = "--space",
      paramLabel = "S0..S4",
      order = 0,
      defaultValue = "S0",
      description = {
        "Where to begin (${DEFAULT-VALUE}): S0 restricts nothing, S1 takes the spindle, S2 also the",
        "uniform allocation, S3 also all groups, S4 also the S4 strategies."
      })
  private Nested nested = Nested.S0;

  @Option(
      names = "--groups",
      paramLabel = "K",
      order = 1,
      defaultValue = "4",
      description = "Number of groups of a free or patterned grouping (${DEFAULT-VALUE}).")
  private int groups;

  @Option(
      names = "--grouping",
      paramLabel = "CHOICE",
      order = 2,
      description =
          "per-layer, free, increasing, uniform, decreasing, spindle, bottleneck, or sizes: 2,4,4,2.")
  private Optional<String> grouping = Optional.empty();

  @Option(
      names = "--allocation",
      paramLabel = "CHOICE",
      order = 3,
      description = "free, increasing, uniform or decreasing.")
  private Optional<String> allocation = Optional.empty();

  @Option(
      names = "--tuned",
      paramLabel = "CHOICE",
      order = 4,
      description = "free, all, or groups: 1,2.")
  private Optional<String> tuned = Optional.empty();

  @Option(
      names = "--assignment",
      paramLabel = "CHOICE",
      order = 5,
      description = "free, or a set for each group, * for a free one: AL/AP/*/PBL.")
  private Optional<String> assignment = Optional.empty();

  /// Returns the space for a number of layers.
  ///
  /// @throws UsageException if a choice cannot be read or leaves no design
  DesignSpace space(int layers) {
    return UsageException.check(() -> restricted(layers));
  }

  private DesignSpace restricted(int layers) {
    DesignSpace space = DesignSpace.s0(layers);
    space =
        apply(space, grouping.or(() -> from(Nested.S1, "spindle")), this::grouping, space::with);
    DesignSpace grouped = space;
    space =
        apply(
            space,
            allocation.or(() -> from(Nested.S2, "uniform")),
            text -> allocation(text, layers),
            grouped::with);
    DesignSpace allocated = space;
    space = apply(space, tuned.or(() -> from(Nested.S3, "all")), this::tuned, allocated::with);
    DesignSpace chosen = space;
    return apply(
        space,
        assignment.or(() -> from(Nested.S4, "AL/AP/APB/PBL")),
        this::assignment,
        chosen::with);
  }

  private Optional<String> from(Nested least, String choice) {
    return nested.compareTo(least) >= 0 ? Optional.of(choice) : Optional.empty();
  }

  private static <T> DesignSpace apply(
      DesignSpace otherwise,
      Optional<String> text,
      Function<String, T> read,
      Function<T, DesignSpace> restrict) {
    return text.map(read).map(restrict).orElse(otherwise);
  }

  private GroupingChoice grouping(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "per-layer" -> new GroupingChoice.PerLayer();
      case FREE -> new GroupingChoice.Free(groups);
      case String sizes when Character.isDigit(sizes.charAt(0)) ->
          new GroupingChoice.Fixed(LayerGrouping.of(numbers(sizes)));
      case String name ->
          new GroupingChoice.Patterned(
              named(GroupingPattern.values(), GroupingPattern::label, name), groups);
    };
  }

  private static AllocationChoice allocation(String text, int layers) {
    AllocationPattern pattern =
        named(
            Stream.of(AllocationPattern.values())
                .filter(p -> p != AllocationPattern.CUSTOM)
                .toArray(AllocationPattern[]::new),
            p -> p == AllocationPattern.RANDOM ? FREE : p.label(),
            text.toLowerCase(Locale.ROOT));
    return switch (pattern) {
      case UNIFORM -> new AllocationChoice.Fixed(Allocation.uniform(layers));
      case INCREASING, DECREASING -> new AllocationChoice.Patterned(pattern, 1);
      case RANDOM, CUSTOM -> new AllocationChoice.Free(1);
    };
  }

  private TunedChoice tuned(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case FREE -> new TunedChoice.Free();
      case "all" -> new TunedChoice.All();
      case String list ->
          new TunedChoice.Fixed(
              new TunedGroups(
                  Stream.of(list.split(","))
                      .map(number -> number(number) - 1)
                      .collect(Collectors.toUnmodifiableSet())));
    };
  }

  private AssignmentChoice assignment(String text) {
    AssignmentChoice choice = AssignmentChoice.FREE;
    if (text.equalsIgnoreCase(FREE)) {
      return choice;
    }
    String[] sets = text.split("/", -1);
    for (int group = 0; group < sets.length; group++) {
      if (!sets[group].equals("*")) {
        choice = choice.with(group, StrategySet.parse(sets[group]));
      }
    }
    return choice;
  }

  private static <T> T named(T[] values, Function<T, String> name, String text) {
    return Stream.of(values)
        .filter(value -> name.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "unknown choice \"%s\" (known: %s)"
                    .formatted(
                        text, Stream.of(values).map(name).collect(Collectors.joining(", ")))));
  }

  private static int[] numbers(String list) {
    return Stream.of(list.split(",")).mapToInt(SpaceOptions::number).toArray();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new UsageException("not a number: \"" + text + "\"");
    }
  }
}
