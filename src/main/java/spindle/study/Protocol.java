package spindle.study;

/// How a study compares candidates.
///
/// @param sampling how many designs are trained
/// @param criterion by what number candidates are judged
/// @param diverged what a diverged training counts as
/// @param presets which candidates a stage has unless the user changes them
public record Protocol(
    SamplingPlan sampling, Criterion criterion, Diverged diverged, Presets.Extent presets) {

  /// Matched draws with racing, judged by the mean; a diverged design scores as by guessing.
  public static final Protocol DEFAULT =
      new Protocol(
          SamplingPlan.DEFAULT, Criterion.DEFAULT, Diverged.SCORES_FLOOR, Presets.Extent.PAPER);

  /// What a training counts as whose loss was no longer a number.
  public enum Diverged {
    /// The score of guessing: a design that cannot be trained at the study's settings is a bad
    /// design, and leaving it out would flatter its candidate.
    SCORES_FLOOR,
    /// No score, like a trial that failed for reasons outside the design.
    LEFT_OUT
  }
}
