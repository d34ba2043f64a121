package spindle.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spindle.backbone.BackboneConfig;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.ModuleOptions;
import spindle.design.Solution;
import spindle.design.Spending;
import spindle.design.Tuning;
import spindle.export.PatternExport;
import spindle.export.PatternFile;
import spindle.export.PatternTransfer;
import spindle.json.Json;
import spindle.study.LearningRates;
import spindle.study.Protocol;
import spindle.study.Seed;
import spindle.study.StageKind;
import spindle.study.Study;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.StudyTask;
import spindle.study.Subject;
import spindle.study.TrainingSettings;
import spindle.study.TrialSpec;
import spindle.task.Split;
import spindle.task.TaskSource;

/// A pattern of the bundled backbone on its way to a trained encoder-decoder.
@Tag("engine")
final class TransferTest {

  private static final double SHARE = 0.1;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"BART", "T5"})
  void aPatternOfTheBundledBackboneIsWrittenReadTransferredAndTrained(Family family)
      throws Exception {
    new RandomBackbone(family, 64, 3).write(folder);
    BackboneShape shape = BackboneConfig.read(folder.resolve("config.json")).shape();
    Path file = folder.resolve("pattern.json");
    Json.write(file, pattern());
    PatternTransfer transfer = PatternTransfer.to(PatternFile.read(file), shape);
    assertEquals("(1,2,2,1) uniform G1,G2,G3,G4 AL/AP/APB/PBL", transfer.design().toString());
    var solution = assertInstanceOf(Solution.Feasible.class, transfer.solution());
    assertTrue(solution.actual() <= Math.round(SHARE * shape.parameters()));
    Heard heard = train(new Tuning.Modules(solution.plan(), Tuning.Outside.FROZEN));
    assertEquals(solution.actual(), heard.scored().trainable());
    List<Double> losses = heard.losses();
    assertTrue(losses.getLast() < losses.getFirst(), losses.toString());
  }

  private Heard train(Tuning tuning) {
    LearningRates rates = new LearningRates(5e-3, 5e-3, 5e-3, 5e-3, 5e-3, 5e-3);
    TrialSpec trial =
        new TrialSpec(
            "transferred",
            folder.toString(),
            tuning,
            new TaskSource.Practice("copy"),
            new TrainingSettings(160, 2, 16, 16, 16, rates, 0.1, 0, 1).withScored(Optional.of(20)),
            new Seed(1),
            new Seed(1),
            Split.CONFIRMATION);
    try (TorchTrainer trainer = TorchTrainer.open("cpu", TinyStudy.sources())) {
      return Heard.of(trainer, trial);
    }
  }

  private static PatternFile pattern() {
    Subject subject =
        new Subject(
            "bundled",
            new BackboneShape(
                Family.BERT, 12, 0, 384, 384, 1536, 12, FeedForward.PLAIN, 33_212_160),
            List.of(new StudyTask(new TaskSource.Practice("reviews"), 0.5)),
            new Budget(SHARE),
            Spending.DEFAULT,
            ModuleOptions.DEFAULT,
            new TrainingSettings(96, 1, 16, 16, 32, LearningRates.USUAL, 0.1, 0, 1));
    StudyPlan plan = new StudyPlan(subject, 4, StageKind.paper(4), Protocol.DEFAULT, new Seed(7));
    Study study = new Study(plan, _ -> List.of());
    StudyPath path = StudyPath.main();
    for (String candidate :
        List.of("spindle", "uniform", "G1,G2,G3,G4", "AL", "AP", "APB", "PBL")) {
      path = study.override(path, candidate, "as in the paper");
    }
    return PatternExport.of(plan, path);
  }
}
