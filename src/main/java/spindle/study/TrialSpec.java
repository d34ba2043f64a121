package spindle.study;

import spindle.design.Tuning;
import spindle.task.Split;
import spindle.task.TaskSource;

/// All that one training depends on.
///
/// @param id names the trial for its runner; unique among the trials of the runner
/// @param backbone `bundled` or the path of a Hugging Face folder
/// @param tuning what is trained
/// @param task what it is trained on
/// @param settings how
/// @param seed of every random choice of this trial
/// @param dataSeed of the draw of the training examples, the same for all trials to be compared
/// @param scoredOn the split that gives the score, not the training split
public record TrialSpec(
    String id,
    String backbone,
    Tuning tuning,
    TaskSource task,
    TrainingSettings settings,
    Seed seed,
    Seed dataSeed,
    Split scoredOn) {

  /// Checks the split.
  ///
  /// @throws IllegalArgumentException if the trial would be scored on its training examples
  public TrialSpec {
    if (scoredOn == Split.TRAINING) {
      throw new IllegalArgumentException("a trial is not scored on its training examples");
    }
  }
}
