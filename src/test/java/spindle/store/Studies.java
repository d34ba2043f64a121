package spindle.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.ModuleOptions;
import spindle.design.Spending;
import spindle.study.Criterion;
import spindle.study.Device;
import spindle.study.LearningRates;
import spindle.study.Place;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.Provenance;
import spindle.study.RunLimits;
import spindle.study.SamplingPlan;
import spindle.study.Seed;
import spindle.study.StageKind;
import spindle.study.StudyPlan;
import spindle.study.StudyTask;
import spindle.study.Subject;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.task.Metric;
import spindle.task.TaskSource;

/// A small study for the tests of this package.
final class Studies {

  static final TrainingSettings SETTINGS =
      new TrainingSettings(
          256, 3, 16, 16, 64, new LearningRates(1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-4), 0.1, 0.01, 1);
  static final Provenance ORIGIN =
      new Provenance(Map.of("spindle", "1", "djl", "0.35.1"), "cpu", "ab", "cd");
  static final RunLimits LIMITS = RunLimits.on(List.of(new Place(new Device.Cpu(), 2)));

  private Studies() {}

  static StudyPlan plan() {
    Subject subject =
        new Subject(
            "bundled",
            new BackboneShape(
                Family.BERT, 12, 0, 384, 384, 1536, 12, FeedForward.PLAIN, 33_212_160),
            List.of(
                new StudyTask(new TaskSource.Practice("reviews"), 0.5),
                new StudyTask(new TaskSource.Practice("grammar"), 0)),
            new Budget(0.03),
            Spending.DEFAULT,
            ModuleOptions.DEFAULT,
            SETTINGS);
    Protocol protocol =
        new Protocol(
            new SamplingPlan.Paired(8, 4, 4, 0.95),
            Criterion.DEFAULT,
            Protocol.Diverged.SCORES_FLOOR,
            Presets.Extent.PAPER);
    return new StudyPlan(subject, 4, StageKind.paper(4), protocol, new Seed(7));
  }

  static TrialOutcome scored(double score) {
    return new TrialOutcome.Scored(
        Metric.ACCURACY, score, 0.25, 100, 10, 48, Duration.ofMillis(1500));
  }

  static RunLimits onTwoCards() {
    return new RunLimits(
        List.of(new Place(new Device.Gpu(0), 1), new Place(new Device.Gpu(1), 2)),
        Optional.of(Duration.ofHours(2)),
        Optional.of(40));
  }
}
