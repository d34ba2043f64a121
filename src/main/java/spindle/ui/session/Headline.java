package spindle.ui.session;

import spindle.ui.Texts;

/// What the user must know of the open study on every page, if anything.
public sealed interface Headline {

  /// All is well.
  record Quiet() implements Headline {}

  /// The study can only be read.
  ///
  /// @param text why, and what to do
  record ReadOnly(String text) implements Headline {}

  /// Its engine is gone; the study can be gone on with.
  ///
  /// @param text what happened
  record Interrupted(String text) implements Headline {}

  /// Returns the headline of a study.
  ///
  /// @param output where an engine wrote that never came
  static Headline of(Standing standing, String output) {
    if (standing.study().notice().isPresent()) {
      return new ReadOnly(standing.study().notice().get());
    }
    return switch (standing.engine()) {
      case NONE, STARTING, RUNS -> new Quiet();
      case SILENT -> new Interrupted(Texts.of("headline.silent", output));
      case LOST -> new Interrupted(Texts.of("headline.lost"));
    };
  }
}
