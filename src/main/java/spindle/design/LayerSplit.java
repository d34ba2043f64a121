package spindle.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The division of one layer's budget among its strategies.
///
/// @param layer layer, counted from 0
/// @param group its group
/// @param costs what each of its strategies costs; empty for a frozen layer
/// @param options forms of the modules
/// @param spending rules of the division
record LayerSplit(
    int layer,
    int group,
    Map<Strategy, ModuleCost> costs,
    ModuleOptions options,
    Spending spending) {

  /// What a budget makes of a layer.
  ///
  /// @param modules its modules; empty if there is a shortfall
  /// @param used their parameters
  /// @param left what is left of the budget
  /// @param shortfalls strategies that are not paid for
  record Outcome(List<PeftModule> modules, long used, long left, List<Shortfall> shortfalls) {}

  static LayerSplit of(Design design, BackboneShape shape, int layer, Spending spending) {
    Map<Strategy, ModuleCost> costs = new EnumMap<>(Strategy.class);
    for (Strategy strategy :
        design.strategiesOf(layer).map(StrategySet::strategies).orElse(Set.of())) {
      costs.put(strategy, ParameterCount.cost(strategy, design.options(), shape, layer));
    }
    return new LayerSplit(
        layer, design.grouping().groupOf(layer), costs, design.options(), spending);
  }

  /// Returns the fewest parameters that pay for size 1 of every strategy.
  long least() {
    return fixedCount()
        + costs.entrySet().stream()
            .filter(entry -> entry.getKey() != Strategy.BITFIT)
            .mapToLong(entry -> (long) Math.ceil(entry.getValue().least() / part(entry.getKey())))
            .max()
            .orElse(0);
  }

  Outcome solve(long budget) {
    long rest = budget - fixedCount();
    Map<Strategy, Long> sizes = new EnumMap<>(Strategy.class);
    List<Shortfall> shortfalls = new ArrayList<>();
    costs.forEach((strategy, cost) -> {
      boolean fixed = strategy == Strategy.BITFIT;
      long share = fixed ? budget : (long) Math.floor(rest * part(strategy) + 1e-6);
      if (share < cost.least()) {
        shortfalls.add(new Shortfall(layer, group, strategy, cost.least(), Math.max(0, share)));
      } else {
        sizes.put(strategy, fixed ? 1L : cost.largestSize(share));
      }
    });
    if (!shortfalls.isEmpty()) {
      return new Outcome(List.of(), 0, 0, shortfalls);
    }
    if (spending.remainder() != Remainder.UNSPENT) {
      spendRemainder(sizes, budget - used(sizes));
    }
    return new Outcome(modules(sizes), used(sizes), budget - used(sizes), List.of());
  }

  /// Adds 1, again and again, to the strategy with the smallest unit cost that still fits: the one
  /// with the smallest unit takes all that it can, and no other fits in what it leaves.
  private void spendRemainder(Map<Strategy, Long> sizes, long left) {
    sizes.keySet().stream()
        .filter(strategy -> strategy != Strategy.BITFIT)
        .min(Comparator.comparingLong(this::unit))
        .ifPresent(finest -> sizes.merge(finest, left / unit(finest), Long::sum));
  }

  private long unit(Strategy strategy) {
    return cost(strategy).unit();
  }

  private ModuleCost cost(Strategy strategy) {
    return java.util.Objects.requireNonNull(costs.get(strategy));
  }

  private long fixedCount() {
    return costs.containsKey(Strategy.BITFIT) ? cost(Strategy.BITFIT).fixed() : 0;
  }

  /// Returns the part of a strategy in what BitFit leaves.
  private double part(Strategy strategy) {
    double sum = costs.keySet().stream().mapToDouble(spending.weights()::of).sum();
    return spending.weights().of(strategy) / sum;
  }

  private long used(Map<Strategy, Long> sizes) {
    return sizes.entrySet().stream()
        .mapToLong(entry -> cost(entry.getKey()).of(entry.getValue()))
        .sum();
  }

  private List<PeftModule> modules(Map<Strategy, Long> sizes) {
    List<PeftModule> modules = new ArrayList<>();
    sizes.forEach((strategy, size) ->
        modules.add(
            switch (strategy) {
              case ADAPTER -> new PeftModule.Adapter(Math.toIntExact(size), options.adapter());
              case PREFIX -> new PeftModule.Prefix(Math.toIntExact(size), options.prefix());
              case BITFIT -> new PeftModule.BitFit();
              case LORA -> new PeftModule.Lora(Math.toIntExact(size), options.lora());
            }));
    return modules;
  }
}
