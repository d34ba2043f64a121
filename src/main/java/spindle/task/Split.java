package spindle.task;

/// A part of a task's data.
public enum Split {
  /// What trials are trained on.
  TRAINING,
  /// Held out of the training file: designs are ranked on it.
  SELECTION,
  /// The development file: what is confirmed on it no selection has seen.
  CONFIRMATION
}
