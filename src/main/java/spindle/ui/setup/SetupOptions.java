package spindle.ui.setup;

import spindle.design.Precision;
import spindle.task.Metric;

/// What is chosen from lists in the form.
///
/// @param sampling how designs are drawn
/// @param own what the user's own files hold
/// @param layout how those files are laid out
/// @param metric that ranks designs by the texts that they write
/// @param precision format in which frozen weights are multiplied
/// @param stacks how encoder and decoder are grouped; of no effect on a backbone without decoder
record SetupOptions(
    Sampling sampling, Own own, Layout layout, Metric metric, Precision precision, Stacks stacks) {

  /// How designs are drawn.
  enum Sampling {
    /// Matched designs; candidates drop out once beaten.
    PAIRED,
    /// Independent designs, all of them trained.
    PAPER
  }

  /// What a user's own files hold.
  enum Own {
    /// Texts with their label or score.
    LABELLED,
    /// Texts with what is to be written from them.
    TEXTS
  }

  /// How files of examples are laid out.
  enum Layout {
    /// As their names' endings tell.
    ENDING,
    /// Fields separated by commas.
    COMMA,
    /// Fields separated by tabs.
    TAB,
    /// A JSON object a line.
    JSON_LINES,
    /// The columns of Parquet.
    PARQUET
  }

  /// How encoder and decoder are grouped.
  enum Stacks {
    /// Together, in forward order.
    ONE,
    /// Each on its own.
    TWO
  }
}
