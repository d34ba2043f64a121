package spindle.training;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// What was heard of a trial.
///
/// @param outcome how it ended
/// @param losses that were reported
record Heard(TrialOutcome outcome, List<Double> losses) {

  /// Trains a trial.
  static Heard of(TorchTrainer trainer, TrialSpec trial) {
    return of(trainer, trial, _ -> false);
  }

  /// Trains a trial until its losses say that it is to be cancelled.
  static Heard of(TorchTrainer trainer, TrialSpec trial, Predicate<List<Double>> cancelled) {
    List<Double> losses = new ArrayList<>();
    TrialListener listener =
        new TrialListener() {
          @Override
          public void progressed(TrialSpec of, int step, double loss, double speed) {
            losses.add(loss);
          }

          @Override
          public void finished(TrialSpec of, TrialOutcome end) {}
        };
    return new Heard(trainer.train(trial, listener, () -> cancelled.test(losses)), losses);
  }

  /// Returns the outcome of a trial that came to its score.
  TrialOutcome.Scored scored() {
    return assertInstanceOf(TrialOutcome.Scored.class, outcome);
  }

  /// Returns the losses and behind them the score.
  List<Double> numbers() {
    List<Double> numbers = new ArrayList<>(losses);
    numbers.add(scored().score());
    return numbers;
  }
}
