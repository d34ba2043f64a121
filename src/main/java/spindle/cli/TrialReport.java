package spindle.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// What is printed of a trial that has ended.
///
/// @param trial what was trained
/// @param tuned which design it was
/// @param device where it was trained
/// @param outcome how it ended
/// @param elapsed from its start to its end
record TrialReport(
    TrialSpec trial, TunedDesign tuned, String device, TrialOutcome outcome, Duration elapsed) {

  /// Returns one line of JSON; what an outcome does not have is `null`.
  String json() {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("task", trial.task().name());
    line.put("metric", scored().map(s -> s.metric().name().toLowerCase(Locale.ROOT)).orElse(null));
    line.put("score", scored().map(TrialOutcome.Scored::score).orElse(null));
    line.put("trainableParameters", trainable());
    line.put("budgetParameters", tuned.budgetParameters());
    line.put("headParameters", scored().map(TrialOutcome.Scored::head).orElse(null));
    line.put("seconds", seconds());
    line.put("steps", steps());
    line.put("seed", trial.seed().value());
    line.put("outcome", outcomeName());
    line.put(tuned.kind().label(), tuned.name());
    line.put("backbone", trial.backbone());
    line.put("device", device);
    line.put("loss", scored().map(TrialOutcome.Scored::loss).orElse(null));
    line.put("message", message().orElse(null));
    return line.toString();
  }

  /// Returns one line for people.
  String text() {
    String what = trial.task().name() + ", seed " + trial.seed().value() + ", " + tuned.name();
    return scored()
        .map(s ->
            String.format(
                Locale.ROOT,
                "%s: %s %.4f, %,d of %,d parameters, %,d steps, %.1f s",
                what,
                s.metric().name().toLowerCase(Locale.ROOT),
                s.score(),
                trainable(),
                tuned.budgetParameters(),
                s.steps(),
                seconds()))
        .orElseGet(() -> what + ": " + message().orElse(outcomeName()));
  }

  /// Says whether the trial was trained to its end.
  boolean isScored() {
    return scored().isPresent();
  }

  private Optional<TrialOutcome.Scored> scored() {
    return outcome instanceof TrialOutcome.Scored scored ? Optional.of(scored) : Optional.empty();
  }

  private long trainable() {
    return scored().map(TrialOutcome.Scored::trainable).orElse(tuned.trainableParameters());
  }

  private double seconds() {
    Duration time = scored().map(TrialOutcome.Scored::wallTime).orElse(elapsed);
    return time.toMillis() / 1000.0;
  }

  private int steps() {
    return switch (outcome) {
      case TrialOutcome.Scored scored -> scored.steps();
      case TrialOutcome.Diverged(int step) -> step;
      case TrialOutcome.OutOfMemory(int step, String _) -> step;
      case TrialOutcome.Cancelled(int step) -> step;
      case TrialOutcome.Failed _, TrialOutcome.Lost _ -> 0;
    };
  }

  private String outcomeName() {
    return switch (outcome) {
      case TrialOutcome.Scored _ -> "scored";
      case TrialOutcome.Diverged _ -> "diverged";
      case TrialOutcome.OutOfMemory _ -> "outOfMemory";
      case TrialOutcome.Failed _ -> "failed";
      case TrialOutcome.Lost _ -> "lost";
      case TrialOutcome.Cancelled _ -> "cancelled";
    };
  }

  private Optional<String> message() {
    return switch (outcome) {
      case TrialOutcome.Scored _ -> Optional.empty();
      case TrialOutcome.Diverged(int step) ->
          Optional.of("the loss was no longer a number at step " + step + "; lower the rates");
      case TrialOutcome.OutOfMemory(int step, String detail) ->
          Optional.of(
              "out of memory at step "
                  + step
                  + " ("
                  + detail
                  + "), alone on its device; lower --micro-batch or --max-tokens");
      case TrialOutcome.Failed(String message) -> Optional.of(message);
      case TrialOutcome.Lost(String message) -> Optional.of(message);
      case TrialOutcome.Cancelled(int step) -> Optional.of("cancelled after step " + step);
    };
  }
}
