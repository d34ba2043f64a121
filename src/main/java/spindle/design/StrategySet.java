package spindle.design;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A non-empty set of strategies, assigned to every layer of a group: the paper's `U_k`.
///
/// @param strategies the strategies, never empty; iterated in the order A, P, B, L
public record StrategySet(Set<Strategy> strategies) {

  /// Copies the set.
  ///
  /// @throws IllegalArgumentException if it is empty
  public StrategySet {
    if (strategies.isEmpty()) {
      throw new IllegalArgumentException("a strategy set needs at least one strategy");
    }
    strategies = Collections.unmodifiableSet(EnumSet.copyOf(strategies));
  }

  /// Returns the set of the given strategies.
  public static StrategySet of(Strategy first, Strategy... others) {
    return new StrategySet(EnumSet.of(first, others));
  }

  /// Returns the set that letters such as `APB` name; order and case do not matter.
  ///
  /// @throws IllegalArgumentException if there is no letter, an unknown one or one comes twice
  public static StrategySet parse(String letters) {
    Set<Strategy> found = EnumSet.noneOf(Strategy.class);
    for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
      if (!found.add(strategy(letter))) {
        throw new IllegalArgumentException("strategy \"" + letter + "\" twice in " + letters);
      }
    }
    return new StrategySet(found);
  }

  /// Returns all 15 sets: four singles first, then pairs, triples and all four.
  public static List<StrategySet> all() {
    List<Strategy> known = List.of(Strategy.values());
    return IntStream.range(1, 1 << known.size())
        .boxed()
        .sorted(java.util.Comparator.comparingInt(Integer::bitCount))
        .map(bits ->
            IntStream.range(0, known.size())
                .filter(i -> (bits >> i & 1) == 1)
                .mapToObj(known::get)
                .collect(Collectors.toSet()))
        .map(StrategySet::new)
        .toList();
  }

  /// Returns the 12 sets that the paper's tables compare: all but the pairs with BitFit.
  public static List<StrategySet> paper() {
    return all().stream()
        .filter(set -> set.strategies.size() != 2 || !set.contains(Strategy.BITFIT))
        .toList();
  }

  /// Says whether a strategy belongs to the set.
  public boolean contains(Strategy strategy) {
    return strategies.contains(strategy);
  }

  /// Returns the letters in the order A, P, B, L, such as `PBL`.
  public String letters() {
    return strategies.stream().map(s -> String.valueOf(s.letter())).collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return letters();
  }

  private static Strategy strategy(char letter) {
    for (Strategy strategy : Strategy.values()) {
      if (strategy.letter() == letter) {
        return strategy;
      }
    }
    throw new IllegalArgumentException("unknown strategy \"" + letter + "\" (known: A, P, B, L)");
  }
}
