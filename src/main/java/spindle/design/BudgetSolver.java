package spindle.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns a design and a budget into the sizes of every module.
///
/// The paper does not say how; the rule is ours. Tuned layer `i` gets `n_i = floor(N w_i / sum of w
/// over the tuned layers)`. BitFit takes its fixed count of it, the rest is split among the other
/// strategies, and each takes the largest width, rank or length that its share pays for. Rounding
/// down leaves up to a parameter a layer unspent, so that equal weights always give equal sizes.
public final class BudgetSolver {
  private BudgetSolver() {}

  /// Returns the sizes under an equal split.
  ///
  /// @param budget parameters that the whole design may have, `N`
  /// @throws IllegalArgumentException if design and backbone differ in the number of layers
  public static Solution solve(
      Design design, BackboneShape shape, long budget, Remainder remainder) {
    return solve(design, shape, budget, new Spending(remainder, SplitWeights.EQUAL));
  }

  /// Returns the sizes under given rules.
  ///
  /// @param budget parameters that the whole design may have, `N`
  /// @throws IllegalArgumentException if design and backbone differ in the number of layers
  public static Solution solve(Design design, BackboneShape shape, long budget, Spending spending) {
    if (design.layers() != shape.layers()) {
      throw new IllegalArgumentException(
          "the design %s has %d layers but the backbone has %d"
              .formatted(design, design.layers(), shape.layers()));
    }
    LayerTargets targets = LayerTargets.of(design, budget);
    List<LayerBudget> budgets = new ArrayList<>();
    List<List<PeftModule>> modules = new ArrayList<>();
    List<Shortfall> shortfalls = new ArrayList<>();
    long carried = 0;
    for (int layer = 0; layer < design.layers(); layer++) {
      int group = design.grouping().groupOf(layer);
      if (layer == design.grouping().startOf(group)) {
        carried = 0;
      }
      LayerSplit split = LayerSplit.of(design, shape, layer, spending);
      LayerSplit.Outcome outcome = split.solve(targets.of(layer) + carried);
      shortfalls.addAll(outcome.shortfalls());
      modules.add(outcome.modules());
      budgets.add(new LayerBudget(layer, group, targets.of(layer), outcome.used()));
      carried = spending.remainder() == Remainder.CARRIED ? outcome.left() : 0;
    }
    return shortfalls.isEmpty()
        ? new Solution.Feasible(new LayerPlan(modules), budgets, budget)
        : new Solution.Infeasible(shortfalls, needed(design, shape, spending));
  }

  /// Returns a budget that pays for size 1 of everything in every tuned layer.
  private static Optional<Long> needed(Design design, BackboneShape shape, Spending spending) {
    double sum = LayerTargets.weightOfTuned(design);
    double needed = 0;
    for (int layer : design.tunedLayers()) {
      double weight = design.allocation().weights().get(layer);
      if (weight == 0) {
        return Optional.empty();
      }
      // one more than needed, as targets are rounded down
      double least = LayerSplit.of(design, shape, layer, spending).least() + 1;
      needed = Math.max(needed, least * sum / weight);
    }
    return Optional.of((long) Math.ceil(needed));
  }
}
