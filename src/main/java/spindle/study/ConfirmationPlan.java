package spindle.study;

/// How a final pattern is confirmed.
///
/// @param settings how a trial is trained, usually longer than in the stages
/// @param repetitions seeds of each contender, at least 2; 20 in the paper
/// @param control whether random search competes too
public record ConfirmationPlan(TrainingSettings settings, int repetitions, Control control) {

  /// The competitor that the paper lacks.
  public enum Control {
    /// None.
    NONE,
    /// The best of as many random designs as the stages trained, found on the same split.
    RANDOM_SEARCH
  }

  /// Checks the number.
  ///
  /// @throws IllegalArgumentException if it is below 2
  public ConfirmationPlan {
    if (repetitions < 2) {
      throw new IllegalArgumentException(
          "a confirmation needs at least 2 repetitions: " + repetitions);
    }
  }
}
