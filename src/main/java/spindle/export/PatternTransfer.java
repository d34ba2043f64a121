package spindle.export;

import spindle.design.BackboneShape;
import spindle.design.BudgetSolver;
import spindle.design.Design;
import spindle.design.Solution;

/// A pattern on a backbone of other depth and width: groups and allocation rescaled to its layers,
/// sizes found anew for the same share of its parameters.
///
/// @param pattern as it was found
/// @param design the rescaled design
/// @param shape of the other backbone
/// @param solution its sizes there, or what the budget does not pay for
public record PatternTransfer(
    PatternFile pattern, Design design, BackboneShape shape, Solution solution) {

  /// Transfers a pattern.
  ///
  /// @throws IllegalArgumentException if the backbone has fewer layers than the pattern groups
  public static PatternTransfer to(PatternFile pattern, BackboneShape shape) {
    Design found = pattern.design().design();
    BackboneShape host = pattern.backbone().shape();
    Design design = host.equals(shape) ? found : found.scaledTo(host, shape);
    long parameters = Math.round(pattern.budget().share() * shape.parameters());
    return new PatternTransfer(
        pattern,
        design,
        shape,
        BudgetSolver.solve(design, shape, parameters, pattern.budget().spending()));
  }
}
