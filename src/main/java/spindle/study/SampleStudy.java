package spindle.study;

import java.util.List;
import java.util.Optional;
import spindle.design.Budget;
import spindle.design.ModuleOptions;
import spindle.design.Spending;
import spindle.task.TaskCatalog;
import spindle.task.TaskSource;

/// The study that is bundled: every stage of the method on a practice task, so small that a
/// notebook without a graphics card ends its first stage within minutes.
///
/// It shows how a study goes: its designs learn, but so few of them, on so few examples, cannot
/// tell the candidates apart.
public final class SampleStudy {

  private static final String TASK = "reviews";

  private SampleStudy() {}

  /// Returns its plan: 1 % of the backbone, four groups, 4 to 6 matched designs a candidate, each
  /// trained on 128 examples and scored on 200.
  ///
  /// @param backbone the bundled one
  public static StudyPlan plan(BackboneInfo backbone) {
    TrainingSettings settings =
        new TrainingSettings(128, 2, 8, 8, 32, LearningRates.ofModules(5e-3), 0.1, 0, 1)
            .withScored(Optional.of(200));
    Subject subject =
        new Subject(
            backbone.name(),
            backbone.shape(),
            List.of(StudyTask.of(new TaskSource.Practice(TASK), TaskCatalog.find(TASK).task())),
            new Budget(0.01),
            Spending.DEFAULT,
            ModuleOptions.DEFAULT,
            settings);
    Protocol protocol =
        new Protocol(
            new SamplingPlan.Paired(6, 4, 2, 0.95),
            Criterion.DEFAULT,
            Protocol.Diverged.SCORES_FLOOR,
            Presets.Extent.PAPER);
    return new StudyPlan(subject, 4, StageKind.paper(4), protocol, new Seed(1));
  }
}
