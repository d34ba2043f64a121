package spindle.training;

import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.study.LearningRates;
import spindle.study.TrainingSettings;
import spindle.study.TrialSpec;

/// What trials must have in common to be trained together: all that shapes of tensors, steps and
/// schedule depend on. They may differ in seeds, learning rates, weight decay, and in tasks of one
/// form and size.
///
/// @param backbone its name
/// @param tuning the design
/// @param outputs of the head
/// @param loss of the head
/// @param examples that are trained on
/// @param settings all but rates and decay
record Structure(
    String backbone,
    Tuning tuning,
    int outputs,
    Head.Loss loss,
    int examples,
    TrainingSettings settings) {

  private static final LearningRates ANY = new LearningRates(1, 1, 1, 1, 1, 1);

  /// Returns the structure of a trial.
  static Structure of(TrialSpec trial, Corpus corpus) {
    TrainingSettings own = trial.settings();
    TrainingSettings common =
        new TrainingSettings(
            own.examples(),
            own.epochs(),
            own.batch(),
            own.microBatch(),
            own.maxTokens(),
            ANY,
            own.warmup(),
            0,
            own.clip(),
            own.scored(),
            own.precision());
    return new Structure(
        trial.backbone(),
        trial.tuning(),
        corpus.outputs(),
        corpus.loss(),
        corpus.training().size(),
        common);
  }
}
