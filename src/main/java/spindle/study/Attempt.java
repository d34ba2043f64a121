package spindle.study;

import java.time.Instant;
import java.util.Optional;

/// An attempt at a trial.
///
/// @param id its name
/// @param settings with which it was run
/// @param begun when
/// @param end how it ended; empty while it runs, and for ever if its study was stopped or killed
/// @param weight whether it counts
public record Attempt(
    AttemptId id, TrainingSettings settings, Instant begun, Optional<End> end, Weight weight) {

  /// The end of an attempt.
  ///
  /// @param outcome how it ended
  /// @param provenance where it ran
  /// @param at when
  public record End(TrialOutcome outcome, Provenance provenance, Instant at) {}

  /// Whether an attempt counts.
  public enum Weight {
    /// It does.
    COUNTS,
    /// The user asked for the trial to be attempted anew.
    SET_ASIDE
  }
}
