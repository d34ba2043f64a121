package spindle.cli;

import spindle.design.Tuning;

/// What the options of a command make of a backbone: what is trained, and its price.
///
/// @param kind where it comes from
/// @param name the preset's name or the design's file
/// @param tuning what is trained
/// @param trainableParameters what it trains, the task head not counted
/// @param budgetParameters what it may train
record TunedDesign(
    Kind kind, String name, Tuning tuning, long trainableParameters, long budgetParameters) {

  /// Where a design comes from.
  enum Kind {
    /// A preset of the program.
    PRESET("preset"),
    /// A file of the user.
    FILE("design");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /// Returns the name of the field that tells it.
    String label() {
      return label;
    }
  }
}
