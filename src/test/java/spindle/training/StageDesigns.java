package spindle.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import spindle.backbone.Backbone;
import spindle.design.Budget;
import spindle.design.LayerPlan;
import spindle.design.ModuleOptions;
import spindle.design.Spending;
import spindle.design.Tuning;
import spindle.study.Candidate;
import spindle.study.Draw;
import spindle.study.Draws;
import spindle.study.LearningRates;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.Seed;
import spindle.study.Stage;
import spindle.study.StageKind;
import spindle.study.StudyPlan;
import spindle.study.StudyTask;
import spindle.study.Subject;
import spindle.study.TrainingSettings;
import spindle.study.TrialSpec;
import spindle.task.Split;
import spindle.task.TaskSource;

/// The designs that the grouping stage of a study on SST-2 trains, in the order in which it draws
/// them: draw 0 of each pattern, draw 1 of each, and so on. The budget is the paper's 0.5 %.
final class StageDesigns {

  private final StudyPlan plan;
  private final List<TrialSpec> trials = new ArrayList<>();

  /// Draws designs.
  ///
  /// @param glue folder that holds SST-2
  /// @param count how many
  StageDesigns(Backbone backbone, Path glue, TrainingSettings settings, int count) {
    TaskSource source = new TaskSource.Glue("SST-2", glue);
    Subject subject =
        new Subject(
            "bundled",
            backbone.shape(),
            List.of(new StudyTask(source, 0.5)),
            Budget.PAPER,
            Spending.DEFAULT,
            ModuleOptions.DEFAULT,
            settings);
    plan = new StudyPlan(subject, 4, StageKind.paper(4), Protocol.DEFAULT, new Seed(1));
    Stage stage =
        Presets.stage(new StageKind.Grouping(), backbone.shape().layers(), 4, Presets.Extent.PAPER);
    Draws draws = new Draws(plan);
    for (int draw = 0; trials.size() < count; draw++) {
      for (Candidate candidate : stage.candidates()) {
        if (draws.of(plan.space(), candidate, draw) instanceof Draw.Drawn(var _, var solution)
            && trials.size() < count) {
          add(candidate.name() + " " + draw, draw, solution.plan());
        }
      }
    }
  }

  private void add(String name, int draw, LayerPlan modules) {
    Subject subject = plan.subject();
    trials.add(
        new TrialSpec(
            name,
            subject.backbone(),
            new Tuning.Modules(modules, Tuning.Outside.FROZEN),
            subject.sources().getFirst(),
            subject.settings(),
            plan.seed().with("training", draw),
            plan.seed(),
            Split.SELECTION));
  }

  /// Returns the trials.
  List<TrialSpec> trials() {
    return trials;
  }

  /// Settings of the benchmark: small, so that it ends within minutes.
  static TrainingSettings settings(int examples, int epochs, int batch) {
    return new TrainingSettings(
        examples, epochs, batch, batch, 128, LearningRates.USUAL, 0.1, 0, 1);
  }
}
