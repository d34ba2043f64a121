package spindle.ui.session;

import java.util.Locale;
import spindle.study.TrialOutcome;
import spindle.ui.Texts;

/// How a training ended, in words.
public final class OutcomeWords {
  private OutcomeWords() {}

  /// Returns a sentence with the cause and the step.
  public static String sentence(TrialOutcome outcome) {
    return switch (outcome) {
      case TrialOutcome.Scored scored ->
          Texts.of("outcome.scored", String.format(Locale.ROOT, "%.4f", scored.score()));
      case TrialOutcome.Diverged(int step) -> Texts.of("outcome.diverged", step);
      case TrialOutcome.OutOfMemory(int step, String message) ->
          Texts.of("outcome.memory", step, message);
      case TrialOutcome.Failed(String message) -> Texts.of("outcome.failed", message);
      case TrialOutcome.Lost(String message) -> Texts.of("outcome.lost", message);
      case TrialOutcome.Cancelled(int step) -> Texts.of("outcome.cancelled", step);
    };
  }

  /// Returns a word or two.
  public static String state(TrialOutcome outcome) {
    return switch (outcome) {
      case TrialOutcome.Scored _ -> Texts.of("outcome.state.scored");
      case TrialOutcome.Diverged _ -> Texts.of("outcome.state.diverged");
      case TrialOutcome.OutOfMemory _ -> Texts.of("outcome.state.memory");
      case TrialOutcome.Failed _ -> Texts.of("outcome.state.failed");
      case TrialOutcome.Lost _ -> Texts.of("outcome.state.lost");
      case TrialOutcome.Cancelled _ -> Texts.of("outcome.state.cancelled");
    };
  }
}
