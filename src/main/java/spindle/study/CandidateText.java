package spindle.study;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spindle.design.Allocation;
import spindle.design.AllocationChoice;
import spindle.design.AllocationPattern;
import spindle.design.GroupingChoice;
import spindle.design.GroupingPattern;
import spindle.design.LayerGrouping;
import spindle.design.Stacking;
import spindle.design.StrategySet;
import spindle.design.TunedChoice;
import spindle.design.TunedGroups;

/// The form in which a candidate is typed and copied: `NAME=CHOICE`.
///
/// | stage | choice |
/// |---|---|
/// | grouping | sizes of the groups, `2,4,4,2`, or a pattern, `spindle` |
/// | allocation | a weight for each layer, `1,1,2,2`, or a pattern, `increasing` |
/// | groups | the tuned groups, `G1,G3` or `1,3` |
/// | G1, G2, ... | letters of its strategies, `APL` |
public final class CandidateText {

  private CandidateText() {}

  /// Reads a candidate of a stage.
  ///
  /// @param text with or without a name; without one the choice is the name
  /// @param stacking number of groups and stacks, for patterns
  /// @throws IllegalArgumentException saying what cannot be read
  public static Candidate parse(StageKind stage, String text, Stacking stacking) {
    int sign = text.indexOf('=');
    String choice = text.substring(sign + 1).strip();
    String name = sign < 0 ? choice : text.substring(0, sign).strip();
    Candidate.Constraint constraint =
        switch (stage) {
          case StageKind.Grouping() ->
              new Candidate.Constraint.Grouping(grouping(choice, stacking));
          case StageKind.Allocation() -> new Candidate.Constraint.Allocation(allocation(choice));
          case StageKind.Tuned() -> new Candidate.Constraint.Tuned(tuned(choice));
          case StageKind.Strategies(int group) ->
              new Candidate.Constraint.Strategies(group, StrategySet.parse(choice));
        };
    return new Candidate(name, constraint);
  }

  /// Returns the text that gives the candidate again; empty if it says less or more than one choice
  /// of the table.
  public static Optional<String> of(Candidate candidate) {
    return choice(candidate.constraint()).map(choice -> candidate.name() + "=" + choice);
  }

  private static Optional<String> choice(Candidate.Constraint constraint) {
    return switch (constraint) {
      case Candidate.Constraint.Grouping(GroupingChoice.Fixed(LayerGrouping grouping)) ->
          Optional.of(joined(grouping.sizes().stream()));
      case Candidate.Constraint.Grouping(GroupingChoice.Patterned(GroupingPattern p, int _)) ->
          Optional.of(p.label());
      case Candidate.Constraint.Grouping(
              GroupingChoice.Stacks(
                  GroupingChoice.Patterned(GroupingPattern p, int k),
                  int _,
                  GroupingChoice.Patterned(GroupingPattern q, int n)))
          when p == q && k == n ->
          Optional.of(p.label());
      case Candidate.Constraint.Allocation(AllocationChoice.Fixed(Allocation allocation)) ->
          Optional.of(joined(allocation.weights().stream()));
      case Candidate.Constraint.Allocation(
              AllocationChoice.Patterned(AllocationPattern p, double _)) ->
          Optional.of(p.label());
      case Candidate.Constraint.Tuned(TunedChoice.Fixed(TunedGroups tuned)) ->
          Optional.of(joined(new TreeSet<>(tuned.groups()).stream().map(group -> group + 1)));
      case Candidate.Constraint.Strategies(int _, StrategySet set) -> Optional.of(set.letters());
      case Candidate.Constraint.Grouping _,
          Candidate.Constraint.Allocation _,
          Candidate.Constraint.Tuned _ ->
          Optional.empty();
    };
  }

  private static GroupingChoice grouping(String text, Stacking stacking) {
    return numeric(text)
        ? new GroupingChoice.Fixed(
            LayerGrouping.of(parts(text).mapToInt(CandidateText::whole).toArray()))
        : stacking.patterned(named(GroupingPattern.values(), GroupingPattern::label, text));
  }

  private static AllocationChoice allocation(String text) {
    if (numeric(text)) {
      return new AllocationChoice.Fixed(
          Allocation.custom(parts(text).map(CandidateText::number).toList()));
    }
    AllocationPattern[] patterns = {
      AllocationPattern.INCREASING, AllocationPattern.UNIFORM, AllocationPattern.DECREASING
    };
    return new AllocationChoice.Patterned(named(patterns, AllocationPattern::label, text), 1);
  }

  private static TunedChoice tuned(String text) {
    Set<Integer> groups =
        parts(text)
            .map(part -> whole(part.replaceFirst("^[gG]", "")) - 1)
            .collect(Collectors.toUnmodifiableSet());
    return new TunedChoice.Fixed(new TunedGroups(groups));
  }

  private static boolean numeric(String text) {
    return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '.');
  }

  private static Stream<String> parts(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip);
  }

  private static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a whole number: \"" + text + "\"", e);
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a number: \"" + text + "\"", e);
    }
  }

  private static <T> T named(T[] values, Function<T, String> name, String text) {
    return Stream.of(values)
        .filter(value -> name.apply(value).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "unknown choice \"%s\" (numbers with commas, or one of %s)"
                    .formatted(
                        text, Stream.of(values).map(name).collect(Collectors.joining(", ")))));
  }

  private static String joined(Stream<?> parts) {
    return parts.map(String::valueOf).collect(Collectors.joining(","));
  }
}
