package spindle.ui.live;

import java.time.Instant;

/// Something that happened to a training.
public sealed interface LiveEvent {

  /// Returns the id of the training; empty if the event is of the whole study.
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
  /// @param begun when
  record Started(String trial, int steps, double stepsPerEpoch, String device, Instant begun)
      implements LiveEvent {}

  /// Some steps were taken.
  ///
  /// @param trial its id
  /// @param step last step taken, from 1
  /// @param second since it began
  /// @param loss mean training loss since the last report
  /// @param tokensPerSecond tokens trained in a second
  record Progressed(String trial, int step, double second, double loss, double tokensPerSecond)
      implements LiveEvent {}

  /// Its worker has told how much memory it takes.
  ///
  /// @param trial its id
  /// @param bytes resident memory of the worker's process, which may train others too
  record Occupied(String trial, long bytes) implements LiveEvent {}

  /// It was scored after an epoch.
  ///
  /// @param trial its id
  /// @param step last step taken
  /// @param second since it began
  /// @param score of the split that ranks designs
  record Scored(String trial, int step, double second, double score) implements LiveEvent {}

  /// It has ended.
  ///
  /// @param trial its id
  /// @param end how
  /// @param words what the user is told: its score, or the cause and the step of a failure
  record Ended(String trial, End end, String words) implements LiveEvent {}

  /// It is neither trained nor wanted any more, and has no end.
  ///
  /// @param trial its id
  record Withdrawn(String trial) implements LiveEvent {}

  /// What the study as a whole is doing has changed.
  ///
  /// @param activity what
  /// @param words the same in a sentence
  /// @param waiting trainings that are yet to be started before the next verdict
  record Activity(Doing activity, String words, int waiting) implements LiveEvent {
    @Override
    public String trial() {
      return "";
    }
  }

  /// What a study can be doing.
  enum Doing {
    /// Nothing; it can be started.
    NOTHING,
    /// An engine is being started for it.
    STARTING,
    /// It trains.
    TRAINING,
    /// It starts no more trainings.
    PAUSED,
    /// It is being stopped.
    STOPPING,
    /// Nothing, and its file can only be read.
    READ_ONLY
  }

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
