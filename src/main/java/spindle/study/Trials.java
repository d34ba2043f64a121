package spindle.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import spindle.design.Tuning;
import spindle.task.Split;

/// The trials of a tuning, one a task, and the score that they make together.
final class Trials {

  private final StudyPlan plan;
  private final TrialLog log;

  Trials(StudyPlan plan, TrialLog log) {
    this.plan = plan;
    this.log = log;
  }

  /// The trials that measure a tuning in a stage.
  ///
  /// All trials of a task share their training examples. The seed belongs to the number of the
  /// draw, not to stage or candidate: matched designs are trained alike, and a design met again
  /// under the same number is not trained again. Where a stage has few different designs, as when
  /// one grouping is left, its draws are repetitions with other seeds.
  List<TrialSpec> selection(Tuning tuning, int draw) {
    Seed seed = plan.seed().with("training", draw);
    return all(
        tuning, plan.subject().settings(), new Repetition(seed, plan.seed(), Split.SELECTION));
  }

  /// The trials that confirm a tuning, with examples and seed of a repetition.
  List<TrialSpec> confirmation(Tuning tuning, TrainingSettings settings, int repetition) {
    Seed seed = plan.seed().with("confirmation", repetition);
    return all(tuning, settings, new Repetition(seed, seed, Split.CONFIRMATION));
  }

  /// Returns the mean score of the trials, what is known of it, or that there will be none.
  Measured measured(List<TrialSpec> trials) {
    List<Double> scores = new ArrayList<>();
    boolean open = false;
    boolean unscored = false;
    for (int task = 0; task < trials.size(); task++) {
      Optional<TrialOutcome> outcome = outcome(trials.get(task));
      OptionalDouble score = score(outcome, task);
      open |= outcome.isEmpty();
      unscored |= outcome.isPresent() && score.isEmpty();
      score.ifPresent(scores::add);
    }
    if (open) {
      return new Measured.Open();
    }
    return unscored
        ? new Measured.Unscored()
        : new Measured.Scored(scores.stream().mapToDouble(s -> s).average().orElseThrow());
  }

  /// What is known of a design's score.
  sealed interface Measured {
    /// Some trial has not ended.
    record Open() implements Measured {}

    /// Some trial ended without a score.
    record Unscored() implements Measured {}

    /// The mean over the tasks.
    record Scored(double score) implements Measured {}
  }

  /// Returns the attempts that are to be made now.
  List<TrialSpec> open(List<TrialSpec> trials) {
    return trials.stream()
        .filter(trial -> outcome(trial).isEmpty())
        .map(trial -> Retries.next(trial, log.attempts(trial.id())))
        .toList();
  }

  Optional<TrialOutcome> outcome(TrialSpec trial) {
    return Retries.result(trial, log.attempts(trial.id()));
  }

  private OptionalDouble score(Optional<TrialOutcome> outcome, int task) {
    if (outcome.isEmpty()) {
      return OptionalDouble.empty();
    }
    return switch (outcome.get()) {
      case TrialOutcome.Scored scored -> OptionalDouble.of(scored.score());
      case TrialOutcome.Diverged _ ->
          switch (plan.protocol().diverged()) {
            case SCORES_FLOOR -> OptionalDouble.of(plan.subject().tasks().get(task).floor());
            case LEFT_OUT -> OptionalDouble.empty();
          };
      case TrialOutcome.OutOfMemory _,
          TrialOutcome.Failed _,
          TrialOutcome.Lost _,
          TrialOutcome.Cancelled _ ->
          OptionalDouble.empty();
    };
  }

  private record Repetition(Seed seed, Seed data, Split split) {}

  private List<TrialSpec> all(Tuning tuning, TrainingSettings settings, Repetition repetition) {
    return plan.subject().sources().stream()
        .map(source -> {
          Seed data = repetition.data().with("data", source.name());
          TrialSpec trial =
              new TrialSpec(
                  "",
                  plan.subject().backbone(),
                  tuning,
                  source,
                  settings,
                  repetition.seed(),
                  data,
                  repetition.split());
          return named(trial);
        })
        .toList();
  }

  private static TrialSpec named(TrialSpec trial) {
    return new TrialSpec(
        TrialKey.of(trial),
        trial.backbone(),
        trial.tuning(),
        trial.task(),
        trial.settings(),
        trial.seed(),
        trial.dataSeed(),
        trial.scoredOn());
  }
}
