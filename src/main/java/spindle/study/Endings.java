package spindle.study;

import java.util.Locale;
import java.util.Optional;

/// How ends of trials are told.
public final class Endings {

  private Endings() {}

  /// Returns the word for an end, such as `scored`.
  public static String word(TrialOutcome outcome) {
    return switch (outcome) {
      case TrialOutcome.Scored _ -> "scored";
      case TrialOutcome.Diverged _ -> "diverged";
      case TrialOutcome.OutOfMemory _ -> "outOfMemory";
      case TrialOutcome.Failed _ -> "failed";
      case TrialOutcome.Lost _ -> "lost";
      case TrialOutcome.Cancelled _ -> "cancelled";
    };
  }

  /// Returns what is told of an end, in a few words.
  public static String words(TrialOutcome outcome) {
    return switch (outcome) {
      case TrialOutcome.Scored scored ->
          String.format(
              Locale.ROOT,
              "%s %.4f",
              scored.metric().name().toLowerCase(Locale.ROOT),
              scored.score());
      case TrialOutcome.Diverged(int step) -> "the loss was no longer a number at step " + step;
      case TrialOutcome.OutOfMemory(int step, String message) ->
          "out of memory at step " + step + ": " + message;
      case TrialOutcome.Failed(String message) -> message;
      case TrialOutcome.Lost(String message) -> message;
      case TrialOutcome.Cancelled(int step) -> "cancelled after step " + step;
    };
  }

  /// Returns a sentence for the user if a trial ended without a score.
  static Optional<String> warning(TrialSpec trial, TrialOutcome outcome) {
    return outcome instanceof TrialOutcome.Scored
        ? Optional.empty()
        : Optional.of(
            "trial %s on %s: %s".formatted(trial.id(), trial.task().name(), words(outcome)));
  }
}
