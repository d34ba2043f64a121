package spindle.study;

import spindle.design.Design;
import spindle.design.Solution;

/// What a draw of a candidate gave.
public sealed interface Draw {

  /// A design to train.
  ///
  /// @param design the design
  /// @param solution its sizes
  record Drawn(Design design, Solution.Feasible solution) implements Draw {}

  /// No design of the candidate was found that the budget pays for.
  ///
  /// @param reason what stood in the way
  record Impossible(String reason) implements Draw {}
}
