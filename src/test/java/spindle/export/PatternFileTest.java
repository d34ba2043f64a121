package spindle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.ModuleOptions;
import spindle.design.Solution;
import spindle.design.Spending;
import spindle.json.Json;
import spindle.json.JsonException;
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
import spindle.task.TaskSource;

/// Patterns in files.
final class PatternFileTest {

  private static final String SCHEMA = "/spindle/export/pattern.schema.json";
  private static final StudyPlan PLAN = plan();

  @TempDir Path folder;

  @Test
  void aWrittenPatternIsReadAsItWas() {
    PatternFile pattern = pattern();
    Path file = folder.resolve("pattern.json");
    Json.write(file, pattern);
    assertEquals(pattern, PatternFile.read(file));
    assertEquals(
        "(2,4,4,2) uniform G1,G2,G3,G4 AL/AP/APB/PBL", pattern.design().design().toString());
    assertEquals(7, pattern.decisions().size());
    assertTrue(pattern.budget().used() <= pattern.budget().parameters());
  }

  @Test
  void aWrittenPatternObeysThePublishedSchema() {
    assertEquals(List.of(), Schema.faults(SCHEMA, Json.pretty(pattern())));
  }

  @Test
  void theSchemaRefusesWhatIsNoPattern() {
    String text = Json.line(pattern());
    assertEquals(
        List.of(": required seed", ": additional sed"),
        Schema.faults(SCHEMA, text.replace("\"seed\":", "\"sed\":")));
    assertEquals(
        List.of("/decisions[0]/basis: enum \"guessed\""),
        Schema.faults(
            SCHEMA, text.replaceFirst("\"basis\":\"overridden\"", "\"basis\":\"guessed\"")));
  }

  @Test
  void aPathWithOpenStagesHasNoPattern() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> PatternExport.of(PLAN, StudyPath.main()));
    assertEquals(
        "path main has no pattern yet; open: grouping, allocation, groups, G1, G2, G3, G4",
        e.getMessage());
  }

  @Test
  void aFileOfAnotherVersionIsRefused() {
    Path file = folder.resolve("pattern.json");
    Json.write(file, pattern());
    assertThrows(
        JsonException.class,
        () ->
            Json.read(
                Json.line(pattern()).replaceFirst("\"schemaVersion\":1", "\"schemaVersion\":2"),
                PatternFile.class));
  }

  @Test
  void aTransferKeepsTheProportionsAndSpendsTheSameShareElsewhere() {
    BackboneShape wide = shape(24, 1024, 335_000_000);
    PatternTransfer transfer = PatternTransfer.to(pattern(), wide);
    assertEquals("(4,8,8,4) uniform G1,G2,G3,G4 AL/AP/APB/PBL", transfer.design().toString());
    var solution = (Solution.Feasible) transfer.solution();
    assertEquals(Math.round(0.03 * 335_000_000), solution.target());
    assertTrue(solution.actual() > 0.98 * solution.target(), () -> "" + solution.actual());
  }

  private static PatternFile pattern() {
    Study study = new Study(PLAN, _ -> List.of());
    StudyPath path = StudyPath.main();
    for (String candidate :
        List.of("spindle", "uniform", "G1,G2,G3,G4", "AL", "AP", "APB", "PBL")) {
      path = study.override(path, candidate, "as in the paper");
    }
    return PatternExport.of(PLAN, path);
  }

  private static BackboneShape shape(int layers, int hidden, long parameters) {
    return new BackboneShape(
        Family.BERT,
        layers,
        0,
        hidden,
        hidden,
        4 * hidden,
        hidden == 384 ? 12 : 16,
        FeedForward.PLAIN,
        parameters);
  }

  private static StudyPlan plan() {
    Subject subject =
        new Subject(
            "bundled",
            shape(12, 384, 33_212_160),
            List.of(new StudyTask(new TaskSource.Practice("reviews"), 0.5)),
            new Budget(0.03),
            Spending.DEFAULT,
            ModuleOptions.DEFAULT,
            new TrainingSettings(96, 1, 16, 16, 32, LearningRates.USUAL, 0.1, 0, 1));
    return new StudyPlan(subject, 4, StageKind.paper(4), Protocol.DEFAULT, new Seed(7));
  }
}
