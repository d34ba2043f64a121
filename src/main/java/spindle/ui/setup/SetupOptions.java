package spindle.ui.setup;

import java.util.stream.Stream;
import spindle.design.Precision;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.task.Metric;

/// What is chosen from lists in the form.
///
/// @param sampling how designs are drawn
/// @param own what the user's own files hold
/// @param layout how those files are laid out
/// @param metric that ranks designs by the texts that they write
/// @param precision format in which frozen weights are multiplied
/// @param stacks how encoder and decoder are grouped; of no effect on a backbone without decoder
/// @param judging which candidates there are and by what they are judged
record SetupOptions(
    Sampling sampling,
    Own own,
    Layout layout,
    Metric metric,
    Precision precision,
    Stacks stacks,
    Judging judging) {

  /// Makes choices with which candidates are judged as usual.
  SetupOptions(
      Sampling sampling,
      Own own,
      Layout layout,
      Metric metric,
      Precision precision,
      Stacks stacks) {
    this(sampling, own, layout, metric, precision, stacks, Judging.USUAL);
  }

  /// Which candidates there are and by what they are judged.
  ///
  /// @param criterion the number that is compared
  /// @param diverged what a diverged training counts as
  /// @param candidates with which a stage begins
  record Judging(Criterion criterion, Protocol.Diverged diverged, Presets.Extent candidates) {
    /// As in the paper; a diverged training counts as guessing.
    static final Judging USUAL =
        new Judging(Criterion.MEAN, Protocol.DEFAULT.diverged(), Protocol.DEFAULT.presets());

    /// Returns how many of them are not as usual.
    long changes() {
      return Stream.of(
              criterion != USUAL.criterion,
              diverged != USUAL.diverged,
              candidates != USUAL.candidates)
          .filter(other -> other)
          .count();
    }
  }

  /// The number by which candidates are compared.
  enum Criterion {
    /// Mean of all designs.
    MEAN,
    /// Mean of their best tenth.
    TOP_DECILE,
    /// Best of some.
    BEST_OF
  }

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
