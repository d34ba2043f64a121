package spindle.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import spindle.design.Budget;
import spindle.design.ModuleOptions;
import spindle.design.Spending;
import spindle.study.BackboneInfo;
import spindle.study.Criterion;
import spindle.study.Device;
import spindle.study.LearningRates;
import spindle.study.Place;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.RunLimits;
import spindle.study.SamplingPlan;
import spindle.study.Seed;
import spindle.study.StageKind;
import spindle.study.StudyPlan;
import spindle.study.StudyTask;
import spindle.study.Subject;
import spindle.study.TrainingSettings;
import spindle.training.TinyStudy;

/// A study so small that the real worker trains a design of it in a moment.
final class TinyPlan {

  private TinyPlan() {}

  /// Makes the study and what it needs in a folder.
  ///
  /// @return the file of the study
  static Path create(Path folder, Wiring wiring) throws IOException {
    TinyStudy tiny = new TinyStudy(Files.createDirectories(folder.resolve("tiny")));
    BackboneInfo backbone = wiring.backbones().inspect(tiny.backbone().toString());
    Subject subject =
        new Subject(
            backbone.name(),
            backbone.shape(),
            List.of(new StudyTask(tiny.task(), 0.5)),
            new Budget(0.2),
            Spending.DEFAULT,
            ModuleOptions.DEFAULT,
            new TrainingSettings(64, 2, 16, 16, 32, LearningRates.ofModules(1e-2), 0.1, 0, 1));
    Protocol protocol =
        new Protocol(
            new SamplingPlan.Paired(4, 4, 1, 0.95),
            Criterion.DEFAULT,
            Protocol.Diverged.SCORES_FLOOR,
            Presets.Extent.PAPER);
    Path file = folder.resolve("tiny.spindle");
    wiring
        .desk()
        .files()
        .create(
            file,
            new StudyPlan(subject, 3, StageKind.paper(3), protocol, new Seed(1)),
            RunLimits.on(List.of(new Place(new Device.Cpu(), 2))));
    return file;
  }
}
