package spindle.study;

import java.util.Optional;
import spindle.design.Precision;

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
/// @param scored examples of the split that gives the score, drawn by seed; all if empty or if the
///   split has fewer
/// @param precision format in which a trial multiplies by frozen weights; float32 if empty
public record TrainingSettings(
    int examples,
    int epochs,
    int batch,
    int microBatch,
    int maxTokens,
    LearningRates rates,
    double warmup,
    double weightDecay,
    double clip,
    Optional<Integer> scored,
    Optional<Precision> precision) {

  /// Makes settings with which a trial is scored on the whole split, all in float32.
  public TrainingSettings(
      int examples,
      int epochs,
      int batch,
      int microBatch,
      int maxTokens,
      LearningRates rates,
      double warmup,
      double weightDecay,
      double clip) {
    this(
        examples,
        epochs,
        batch,
        microBatch,
        maxTokens,
        rates,
        warmup,
        weightDecay,
        clip,
        Optional.empty(),
        Optional.empty());
  }

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
    require(scored.orElse(1) >= 1, "scored examples must be at least 1: " + scored.orElse(1));
  }

  /// Returns the same settings but for the amount of training.
  public TrainingSettings withTraining(int examples, int epochs) {
    return with(examples, epochs, microBatch, scored, precision);
  }

  /// Returns the settings of a confirmation, as the command line and the window propose it: trained
  /// by so much, scored on the whole split.
  public TrainingSettings forConfirmation(int examples, int epochs) {
    return with(examples, epochs, microBatch, Optional.empty(), precision);
  }

  /// Returns the same settings but for the memory that a step needs.
  public TrainingSettings withMicroBatch(int microBatch) {
    return with(examples, epochs, microBatch, scored, precision);
  }

  /// Returns the same settings but for the number of examples that give the score.
  public TrainingSettings withScored(Optional<Integer> scored) {
    return with(examples, epochs, microBatch, scored, precision);
  }

  /// Returns the same settings but for the format of frozen weights.
  public TrainingSettings withPrecision(Precision precision) {
    return with(examples, epochs, microBatch, scored, Optional.of(precision));
  }

  private TrainingSettings with(
      int examples,
      int epochs,
      int microBatch,
      Optional<Integer> scored,
      Optional<Precision> precision) {
    return new TrainingSettings(
        examples,
        epochs,
        batch,
        microBatch,
        maxTokens,
        rates,
        warmup,
        weightDecay,
        clip,
        scored,
        precision);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
