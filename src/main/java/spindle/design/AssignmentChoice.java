package spindle.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What a design space says about the strategies of each group: some groups have one set, the
/// others any of the 15, each equally likely.
///
/// @param fixed sets of the groups that are decided, by group counted from 0
public record AssignmentChoice(Map<Integer, StrategySet> fixed) {

  /// Every group is free.
  public static final AssignmentChoice FREE = new AssignmentChoice(Map.of());

  /// Copies the map.
  public AssignmentChoice {
    fixed = Collections.unmodifiableMap(new TreeMap<>(fixed));
  }

  /// Returns the choice of one assignment.
  public static AssignmentChoice fixed(Assignment assignment) {
    Map<Integer, StrategySet> sets = new TreeMap<>();
    for (int group = 0; group < assignment.groups(); group++) {
      sets.put(group, assignment.of(group));
    }
    return new AssignmentChoice(sets);
  }

  /// Returns the choice that has one more group decided.
  ///
  /// @param group group, counted from 0
  public AssignmentChoice with(int group, StrategySet set) {
    Map<Integer, StrategySet> sets = new TreeMap<>(fixed);
    sets.put(group, set);
    return new AssignmentChoice(sets);
  }

  /// Returns the sets to choose from for a group, counted from 0.
  public List<StrategySet> choices(int group) {
    StrategySet only = fixed.get(group);
    return only == null ? StrategySet.all() : List.of(only);
  }

  /// Says whether an assignment has the decided sets.
  public boolean admits(Assignment assignment) {
    return fixed.entrySet().stream()
        .allMatch(entry -> assignment.of(entry.getKey()).equals(entry.getValue()));
  }

  /// Draws an assignment, each group from its own stream `assignment-<group>`.
  ///
  /// @param groups number of groups
  public Assignment sample(int groups, Function<String, RandomGenerator> streams) {
    List<StrategySet> sets = new ArrayList<>(groups);
    for (int group = 0; group < groups; group++) {
      List<StrategySet> choices = choices(group);
      sets.add(
          choices.size() == 1
              ? choices.getFirst()
              : UniformIndex.oneOf(choices, streams.apply("assignment-" + group)));
    }
    return new Assignment(sets);
  }

  /// Returns every assignment that differs in a tuned group, made as they are asked for; the first
  /// group changes slowest. A frozen group, whose set has no effect, has the first of its choices.
  ///
  /// @param groups number of groups
  public Stream<Assignment> all(int groups, TunedGroups tuned) {
    return extend(List.of(), groups, tuned);
  }

  private Stream<Assignment> extend(List<StrategySet> sets, int groups, TunedGroups tuned) {
    if (sets.size() == groups) {
      return Stream.of(new Assignment(sets));
    }
    List<StrategySet> choices = choices(sets.size());
    return (tuned.contains(sets.size()) ? choices : choices.subList(0, 1))
        .stream().flatMap(set -> extend(with(sets, set), groups, tuned));
  }

  private static List<StrategySet> with(List<StrategySet> sets, StrategySet next) {
    List<StrategySet> longer = new ArrayList<>(sets);
    longer.add(next);
    return longer;
  }
}
