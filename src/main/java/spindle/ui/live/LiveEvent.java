package spindle.ui.live;

/// Something that happened to a training.
public sealed interface LiveEvent {

  /// Returns the id of the training.
  String trial();

  /// It waits for a free device.
  ///
  /// @param trial its id
  /// @param label what the user knows it by, such as `Spindle 7, SST-2`
  record Queued(String trial, String label) implements LiveEvent {}

  /// It has begun.
  ///
  /// @param trial its id
  /// @param steps optimizer steps that it will take, at least 1
  /// @param stepsPerEpoch steps of one pass over its examples, above 0
  /// @param device what it runs on, such as `gpu:0`
  record Started(String trial, int steps, double stepsPerEpoch, String device)
      implements LiveEvent {}

  /// Some steps were taken.
  ///
  /// @param trial its id
  /// @param step last step taken, from 1
  /// @param loss mean training loss since the last report
  /// @param tokensPerSecond tokens trained in a second
  record Progressed(String trial, int step, double loss, double tokensPerSecond)
      implements LiveEvent {}

  /// It was scored after an epoch.
  ///
  /// @param trial its id
  /// @param step last step taken
  /// @param score of the split that ranks designs
  record Scored(String trial, int step, double score) implements LiveEvent {}

  /// It has ended.
  ///
  /// @param trial its id
  /// @param end how
  /// @param words what the user is told: its score, or the cause and the step of a failure
  record Ended(String trial, End end, String words) implements LiveEvent {}

  /// How a training ended.
  enum End {
    /// With a score.
    SCORED,
    /// By a cause that another attempt will meet again.
    FAILED,
    /// By a cause that may not come again; it can be retried.
    LOST,
    /// On request; it can be retried.
    STOPPED
  }
}
