package spindle.ui.plot;

/// The measurements of one training with its name.
///
/// @param trial names the training to its user
/// @param samples its measurements; may grow
/// @param stepsPerEpoch steps in one pass over the examples, above 0
/// @param series index of its colour
public record Curve(String trial, Samples samples, double stepsPerEpoch, int series) {

  /// What the horizontal axis counts.
  public enum Unit {
    /// Optimizer steps.
    STEP,
    /// Passes over the training examples.
    EPOCH,
    /// Seconds since the training began.
    TIME
  }

  /// Checks the epoch.
  ///
  /// @throws IllegalArgumentException if an epoch has no steps
  public Curve {
    if (!(stepsPerEpoch > 0)) {
      throw new IllegalArgumentException("an epoch needs steps: " + stepsPerEpoch);
    }
  }

  /// Returns the horizontal value of a measurement.
  public double x(int index, Unit unit) {
    return switch (unit) {
      case STEP -> samples.step(index);
      case EPOCH -> samples.step(index) / stepsPerEpoch;
      case TIME -> samples.second(index);
    };
  }
}
