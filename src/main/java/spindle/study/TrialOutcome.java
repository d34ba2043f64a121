package spindle.study;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import spindle.task.Metric;

/// How a trial ended. A failed trial is data, not an exception: the study goes on without it.
public sealed interface TrialOutcome {

  /// Trained to the end.
  ///
  /// @param metric what the score measures
  /// @param score of the split that the trial was to be scored on
  /// @param loss mean training loss of the last epoch
  /// @param trainable trained parameters, the task head not counted
  /// @param head parameters of the task head
  /// @param steps optimizer steps taken
  /// @param wallTime of training and scoring
  /// @param texts the first texts that a writer wrote when it was scored; empty if it wrote none
  record Scored(
      Metric metric,
      double score,
      double loss,
      long trainable,
      long head,
      int steps,
      Duration wallTime,
      Optional<List<WrittenText>> texts)
      implements TrialOutcome {

    /// Makes the outcome of a trial that wrote no texts.
    public Scored(
        Metric metric,
        double score,
        double loss,
        long trainable,
        long head,
        int steps,
        Duration wallTime) {
      this(metric, score, loss, trainable, head, steps, wallTime, Optional.empty());
    }

    /// Checks the score and copies the texts.
    ///
    /// @throws IllegalArgumentException if the score is not a number
    public Scored {
      texts = texts.map(List::copyOf);
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("a score must be a number: " + score);
      }
    }
  }

  /// The loss or its gradient was no longer a number.
  ///
  /// @param step at which it was seen
  record Diverged(int step) implements TrialOutcome {}

  /// Memory did not suffice.
  ///
  /// @param step at which it was asked for
  /// @param message of the device
  record OutOfMemory(int step, String message) implements TrialOutcome {}

  /// The trial cannot be trained: a bad setting or file. Trying again does not help.
  ///
  /// @param message what is wrong, where, and what to do
  record Failed(String message) implements TrialOutcome {}

  /// The worker was lost. Trying again may help.
  ///
  /// @param message how it was lost
  record Lost(String message) implements TrialOutcome {}

  /// Stopped on request.
  ///
  /// @param step after which it stopped
  record Cancelled(int step) implements TrialOutcome {}
}
