package spindle.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a budget makes of a design on a backbone.
public sealed interface Solution {

  /// Every layer can pay for its strategies.
  ///
  /// @param plan the modules of every layer
  /// @param layers what every layer was given and uses, frozen layers included
  /// @param target parameters that the whole design may have, `N`
  record Feasible(LayerPlan plan, List<LayerBudget> layers, long target) implements Solution {
    /// Copies the list.
    public Feasible {
      layers = List.copyOf(layers);
    }

    /// Returns the parameters of all modules.
    public long actual() {
      return layers.stream().mapToLong(LayerBudget::actual).sum();
    }

    /// Returns the parameters of the budget that no module uses.
    public long unspent() {
      return target - actual();
    }

    /// Returns the target of a group, counted from 0.
    public long targetOf(int group) {
      return layers.stream().filter(l -> l.group() == group).mapToLong(LayerBudget::target).sum();
    }

    /// Returns the parameters that the modules of a group use.
    public long actualOf(int group) {
      return layers.stream().filter(l -> l.group() == group).mapToLong(LayerBudget::actual).sum();
    }
  }

  /// Some layer cannot pay for a strategy.
  ///
  /// @param shortfalls what is lacking where, never empty, in the order of the layers
  /// @param needed a budget that suffices with the same allocation; empty if none does, because a
  ///   tuned layer has weight 0
  record Infeasible(List<Shortfall> shortfalls, Optional<Long> needed) implements Solution {
    /// Copies the list.
    public Infeasible {
      shortfalls = List.copyOf(shortfalls);
    }

    /// Returns one sentence for each run of layers that lack the same, then one that says which
    /// budget suffices.
    public List<String> reasons() {
      List<String> sentences = new ArrayList<>();
      for (Strategy strategy : Strategy.values()) {
        List<Shortfall> own =
            shortfalls.stream().filter(lack -> lack.strategy() == strategy).toList();
        int start = 0;
        for (int i = 1; i <= own.size(); i++) {
          if (i == own.size() || !continues(own.get(i - 1), own.get(i))) {
            Optional<Integer> last =
                i - 1 > start ? Optional.of(own.get(i - 1).layer()) : Optional.empty();
            sentences.add(own.get(start).sentence(last));
            start = i;
          }
        }
      }
      sentences.add(advice());
      return sentences;
    }

    private static boolean continues(Shortfall before, Shortfall next) {
      return next.layer() == before.layer() + 1 && next.sameBut(before);
    }

    private String advice() {
      return needed
          .map(n -> String.format(java.util.Locale.ROOT, "A budget of %,d would do.", n))
          .orElse("No budget would do, as the allocation gives a tuned layer nothing.");
    }
  }
}
