package spindle.study;

/// What a crew says of an attempt, on its way from the runner's threads to the engine's.
sealed interface Report {

  /// Returns the attempt.
  Crew.Job job();

  /// It has begun.
  ///
  /// @param steps that it will take
  record Started(Crew.Job job, int steps) implements Report {}

  /// Some steps were taken.
  record Progressed(Crew.Job job, int step, double loss, double speed) implements Report {}

  /// Its worker told what it occupies.
  ///
  /// @param step last step taken
  record Occupied(Crew.Job job, int step, long residentBytes) implements Report {}

  /// A split was scored.
  record Scored(Crew.Job job, int epoch, double score) implements Report {}

  /// It has ended.
  record Ended(Crew.Job job, TrialOutcome outcome) implements Report {}
}
