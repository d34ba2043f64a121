package spindle.study;

/// Hears of a trial's progress. Called from the runner's threads, for one trial in order.
public interface TrialListener {

  /// The trial has begun.
  ///
  /// @param steps optimizer steps that it will take
  default void started(TrialSpec trial, int steps) {}

  /// Some steps were taken.
  ///
  /// @param step last step taken, from 1
  /// @param loss mean training loss since the last report
  /// @param tokensPerSecond tokens trained in a second, padding not counted
  default void progressed(TrialSpec trial, int step, double loss, double tokensPerSecond) {}

  /// The worker that trains the trial told what it occupies.
  ///
  /// @param residentBytes memory of its process, which may train other trials too
  default void occupied(TrialSpec trial, long residentBytes) {}

  /// A split was scored after an epoch.
  ///
  /// @param epoch epochs done, from 1
  default void scored(TrialSpec trial, int epoch, double score) {}

  /// The trial has ended; nothing more is heard of it.
  void finished(TrialSpec trial, TrialOutcome outcome);
}
