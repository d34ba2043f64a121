package spindle.study;

import java.util.List;
import java.util.Optional;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.ModuleOptions;
import spindle.design.Spending;
import spindle.task.TaskSource;

/// Plans for tests: a BERT of 12 layers, two practice tasks.
final class StudyFixtures {

  static final BackboneShape SHAPE =
      new BackboneShape(Family.BERT, 12, 0, 384, 384, 1536, 12, FeedForward.PLAIN, 33_212_160);

  static final TrainingSettings SETTINGS =
      new TrainingSettings(
          256, 3, 16, 16, 64, new LearningRates(1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-4), 0.1, 0.01, 1);

  private StudyFixtures() {}

  static StudyPlan plan(SamplingPlan sampling) {
    return plan(sampling, StageKind.paper(4));
  }

  static StudyPlan plan(SamplingPlan sampling, List<StageKind> order) {
    Protocol protocol =
        new Protocol(
            sampling, Criterion.DEFAULT, Protocol.Diverged.SCORES_FLOOR, Presets.Extent.PAPER);
    return new StudyPlan(subject(new Budget(0.03)), 4, order, protocol, new Seed(7));
  }

  /// A plan for a backbone with six layers in the encoder and six in the decoder.
  static StudyPlan twoStacks() {
    Subject one = subject(new Budget(0.03));
    BackboneShape shape =
        new BackboneShape(Family.BART, 6, 6, 768, 768, 3072, 12, FeedForward.PLAIN, 139_420_416);
    Subject two =
        new Subject(
            "bart",
            shape,
            one.tasks(),
            one.budget(),
            one.spending(),
            one.options(),
            one.settings());
    Protocol protocol =
        new Protocol(
            new SamplingPlan.Paired(8, 4, 4, 0.95),
            Criterion.DEFAULT,
            Protocol.Diverged.SCORES_FLOOR,
            Presets.Extent.PAPER);
    return new StudyPlan(
        two, 8, StageKind.paper(8), protocol, new Seed(7), Optional.of(shape.encoderLayers()));
  }

  static Subject subject(Budget budget) {
    return new Subject(
        "bundled",
        SHAPE,
        List.of(
            new StudyTask(new TaskSource.Practice("reviews"), 0.5),
            new StudyTask(new TaskSource.Practice("grammar"), 0)),
        budget,
        Spending.DEFAULT,
        ModuleOptions.DEFAULT,
        SETTINGS);
  }
}
