package spindle.study;

/// The name of an attempt at a trial.
///
/// @param trial name of the trial, its [TrialKey]
/// @param number of the attempt, from 1
public record AttemptId(String trial, int number) {

  /// Checks the number.
  ///
  /// @throws IllegalArgumentException if it is below 1
  public AttemptId {
    if (number < 1) {
      throw new IllegalArgumentException("attempts are counted from 1: " + number);
    }
  }
}
