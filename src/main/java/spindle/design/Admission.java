package spindle.design;

import java.util.Optional;

/// Decides which designs of a space may be drawn.
@FunctionalInterface
public interface Admission {

  /// Admits every design.
  Admission ALL = _ -> Optional.empty();

  /// Returns why a design may not be drawn; empty if it may.
  Optional<Objection> objection(Design design);

  /// Returns the admission of designs that a budget pays for.
  static Admission affordable(BackboneShape shape, long budget, Spending spending) {
    return design ->
        switch (BudgetSolver.solve(design, shape, budget, spending)) {
          case Solution.Feasible _ -> Optional.empty();
          case Solution.Infeasible infeasible ->
              Optional.of(() -> String.join(" ", infeasible.reasons()));
        };
  }

  /// A reason, put into words only if it is asked for.
  @FunctionalInterface
  interface Objection {
    /// Returns the reason as one or more sentences.
    String words();
  }
}
