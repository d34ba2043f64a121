package spindle.ui.live;

import java.util.HashMap;
import java.util.Map;
import spindle.study.Attempt;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.ui.session.StudySnapshot;

/// The steps that trainings take: those that others of the same task took, else those that the
/// settings ask for.
final class Steps {

  private final Map<Alike, Integer> taken = new HashMap<>();

  /// Trainings that take equally many steps.
  private record Alike(String task, TrainingSettings settings) {}

  private Steps() {}

  static Steps of(StudySnapshot study) {
    Steps steps = new Steps();
    for (Attempt attempt : study.attempts()) {
      TrialSpec trial = study.trials().get(attempt.id().trial());
      if (trial != null
          && attempt.end().isPresent()
          && attempt.end().get().outcome() instanceof TrialOutcome.Scored scored) {
        steps.taken.put(alike(trial), scored.steps());
      }
    }
    return steps;
  }

  private static Alike alike(TrialSpec trial) {
    return new Alike(trial.task().name(), trial.settings());
  }

  /// Returns the steps of a training, at least 1.
  int of(TrialSpec trial) {
    TrainingSettings settings = trial.settings();
    int asked = Math.ceilDiv(settings.examples(), settings.batch()) * settings.epochs();
    return Math.max(1, taken.getOrDefault(alike(trial), asked));
  }

  /// Returns the steps of one pass over the examples.
  double perEpoch(TrialSpec trial) {
    return of(trial) / (double) trial.settings().epochs();
  }
}
