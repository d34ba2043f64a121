package spindle.study;

import java.util.List;

/// A measured or wanted design of a stage.
///
/// @param slot candidate and number of the draw
/// @param draw the design, or why there is none
/// @param trials of the design, one a task in the plan's order; empty if there is no design
public record Entry(Slot slot, Draw draw, List<TrialSpec> trials) {
  /// Copies the list.
  public Entry {
    trials = List.copyOf(trials);
  }
}
