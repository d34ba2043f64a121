package spindle.training;

import ai.djl.engine.EngineException;
import java.util.Locale;
import spindle.study.TrialOutcome;

/// What a failure inside libtorch means for a trial.
final class EngineFailure {

  private EngineFailure() {}

  /// Returns the outcome: libtorch reports want of memory in words only, on the CPU by its
  /// allocator's "can't allocate memory", on a GPU by "CUDA out of memory".
  ///
  /// @param step last step that was begun
  static TrialOutcome outcome(EngineException failure, int step) {
    String message = String.valueOf(failure.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    String first = message.lines().findFirst().orElse("no reason given").strip();
    if (lower.contains("out of memory") || lower.contains("t allocate memory")) {
      return new TrialOutcome.OutOfMemory(step, first);
    }
    return new TrialOutcome.Failed("libtorch refused a computation: " + first);
  }
}
