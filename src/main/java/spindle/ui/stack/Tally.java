package spindle.ui.stack;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import spindle.design.BackboneShape;
import spindle.design.BudgetSolver;
import spindle.design.Design;
import spindle.design.LayerBudget;
import spindle.design.PeftModule;
import spindle.design.Solution;
import spindle.design.Spending;
import spindle.ui.Texts;

/// The exact parameters of a drawn design, or why there are none.
///
/// @param layers parameters and modules of each layer; empty if the draft is not feasible
/// @param budget parameters that the design may have
/// @param problems sentences that say what is wrong; empty if the design can be trained
public record Tally(List<Layer> layers, long budget, List<String> problems) {

  /// What one layer has.
  ///
  /// @param group its group, counted from 0
  /// @param target parameters that the allocation gives it
  /// @param actual parameters that its modules have
  /// @param modules its modules with their sizes
  public record Layer(int group, long target, long actual, List<PeftModule> modules) {
    /// Copies the modules.
    public Layer {
      modules = List.copyOf(modules);
    }
  }

  /// Copies the lists.
  public Tally {
    layers = List.copyOf(layers);
    problems = List.copyOf(problems);
  }

  /// Counts a draft.
  static Tally of(Draft draft, BackboneShape shape, long budget, Spending spending) {
    Optional<Design> design = draft.design();
    if (design.isEmpty()) {
      return new Tally(List.of(), budget, unfinished(draft));
    }
    return switch (BudgetSolver.solve(design.get(), shape, budget, spending)) {
      case Solution.Feasible feasible -> of(feasible);
      case Solution.Infeasible infeasible -> new Tally(List.of(), budget, infeasible.reasons());
    };
  }

  private static Tally of(Solution.Feasible solution) {
    List<Layer> layers =
        IntStream.range(0, solution.layers().size())
            .mapToObj(i -> {
              LayerBudget layer = solution.layers().get(i);
              List<PeftModule> modules = solution.plan().layers().get(i);
              return new Layer(layer.group(), layer.target(), layer.actual(), modules);
            })
            .toList();
    return new Tally(layers, solution.target(), List.of());
  }

  private static List<String> unfinished(Draft draft) {
    if (draft.tuned().isEmpty()) {
      return List.of(Texts.of("design.nothingTuned"));
    }
    return draft.lacking().stream()
        .map(group -> Texts.of("design.noStrategy", "G" + (group + 1)))
        .toList();
  }

  /// Says whether the design can be trained within its budget.
  public boolean isFeasible() {
    return problems.isEmpty();
  }

  /// Returns the parameters of all modules; 0 if the design is not feasible.
  public long total() {
    return layers.stream().mapToLong(Layer::actual).sum();
  }

  /// Returns the parameters of a group's modules.
  public long ofGroup(int group) {
    return layers.stream().filter(l -> l.group() == group).mapToLong(Layer::actual).sum();
  }

  /// Returns the parameters that the allocation gives a group.
  public long targetOfGroup(int group) {
    return layers.stream().filter(l -> l.group() == group).mapToLong(Layer::target).sum();
  }
}
