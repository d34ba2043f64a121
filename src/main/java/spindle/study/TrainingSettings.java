package spindle.study;

/// How a trial is trained.
///
/// @param examples training examples, drawn by seed; all if the task has fewer
/// @param epochs passes over them
/// @param batch examples a step
/// @param microBatch examples a backward pass; a step of more is split and summed
/// @param maxTokens sequence limit in tokens, at least 4; longer texts are cut
/// @param rates peak learning rates
/// @param warmup share of the steps over which the rates rise from 0, in `[0, 1)`
/// @param weightDecay decoupled decay of everything but biases and norms
/// @param clip largest norm of the gradient; larger ones are scaled down
public record TrainingSettings(
    int examples,
    int epochs,
    int batch,
    int microBatch,
    int maxTokens,
    LearningRates rates,
    double warmup,
    double weightDecay,
    double clip) {

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException naming the setting that is out of range
  public TrainingSettings {
    require(examples >= 1, "examples must be at least 1: " + examples);
    require(epochs >= 1, "epochs must be at least 1: " + epochs);
    require(batch >= 1, "batch must be at least 1: " + batch);
    require(
        microBatch >= 1 && microBatch <= batch,
        "micro-batch must be from 1 to the batch of " + batch + ": " + microBatch);
    require(maxTokens >= 4, "the sequence limit must be at least 4 tokens: " + maxTokens);
    require(warmup >= 0 && warmup < 1, "warm-up must be in [0, 1): " + warmup);
    require(weightDecay >= 0 && weightDecay < 1, "weight decay must be in [0, 1): " + weightDecay);
    require(clip > 0, "the clipping norm must be above 0: " + clip);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
