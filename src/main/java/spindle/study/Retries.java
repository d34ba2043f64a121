package spindle.study;

import java.util.List;
import java.util.Optional;

/// Which ends of an attempt are final, and how the next attempt differs.
///
/// | end | next attempt |
/// |---|---|
/// | scored, diverged, failed, cancelled | none |
/// | out of memory | one, with half the micro-batch, unless that is 1 already |
/// | worker lost | none: its runner has begun the trial anew three times already, alone in its worker |
public final class Retries {

  private Retries() {}

  /// Returns how a trial ended; empty if it is to be tried, for the first time or again.
  ///
  /// @param trial as the study asks for it
  /// @param attempts ends so far
  public static Optional<TrialOutcome> result(TrialSpec trial, List<TrialOutcome> attempts) {
    if (attempts.isEmpty()) {
      return Optional.empty();
    }
    TrialOutcome last = attempts.getLast();
    boolean again =
        switch (last) {
          case TrialOutcome.Scored _,
              TrialOutcome.Diverged _,
              TrialOutcome.Failed _,
              TrialOutcome.Lost _,
              TrialOutcome.Cancelled _ ->
              false;
          case TrialOutcome.OutOfMemory _ ->
              shortages(attempts) == 1 && trial.settings().microBatch() > 1;
        };
    return again ? Optional.empty() : Optional.of(last);
  }

  /// Returns the trial as it is to be attempted next.
  public static TrialSpec next(TrialSpec trial, List<TrialOutcome> attempts) {
    return shortages(attempts) == 0 ? trial : halved(trial);
  }

  private static long shortages(List<TrialOutcome> attempts) {
    return attempts.stream().filter(TrialOutcome.OutOfMemory.class::isInstance).count();
  }

  private static TrialSpec halved(TrialSpec trial) {
    int micro = Math.max(1, trial.settings().microBatch() / 2);
    return new TrialSpec(
        trial.id(),
        trial.backbone(),
        trial.tuning(),
        trial.task(),
        trial.settings().withMicroBatch(micro),
        trial.seed(),
        trial.dataSeed(),
        trial.scoredOn());
  }
}
