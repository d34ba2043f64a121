package spindle.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import spindle.export.PatternFile;
import spindle.study.Bundled;
import spindle.study.Decision;
import spindle.study.SampleStudy;
import spindle.study.StudyPath;
import spindle.study.StudyRecords;
import spindle.study.TrialRunners;

/// The main job of the window, done as its user does it: from the sample study to a pattern in a
/// file and back. Only training is a fake.
class WholeFlowTest extends WindowTest {

  private final PacedRunner training = new PacedRunner(8, Duration.ofMillis(250));

  @Override
  TrialRunners runner() {
    return training;
  }

  private String text(String selector) {
    return ask(() -> ((Label) find(selector)).getText());
  }

  private boolean says(String button, String text) {
    return find(button) instanceof Button one && one.getText().equals(text) && !one.isDisabled();
  }

  /// Returns the path as it is in the file.
  private StudyPath path() {
    Path file = folder().resolve("studies").resolve("sample.spindle");
    try (StudyRecords records = machine().desk().files().read(file)) {
      return records.paths().getFirst();
    }
  }

  @Test
  void aDrawnCandidateAnOverrideAndThePatternInAFile() throws IOException {
    openPaused();
    drawACandidate();
    overrideTheGrouping();
    letTheRestBeDecided();
    Path file = saveThePattern();
    assertEquals(path().decisions().stream().map(Decision::chosen).toList(), chosen(file));
    readItAgain(file);
  }

  private void openPaused() {
    openWindow(1440, 900);
    click("#sample");
    await(() -> !findAll("#live-pause").isEmpty() && says("#live-pause", "Pause"));
    click("#live-pause");
    // Only now: a study without pace would be over before the order is heard.
    await(() -> says("#live-pause", "Resume"));
    training.quicken(Duration.ZERO);
    click("#nav-explorer");
    await(() -> findAll(".candidate-card").size() == 5);
  }

  /// A moved boundary, a dropped chip that is taken back, and the candidate is in the study.
  private void drawACandidate() {
    click("#draw");
    click("#draw-copy-spindle");
    await(() -> !findAll("#boundary-1").isEmpty());
    dragBy(find("#boundary-1"), 140, 0);
    dragOnto(find("#palette-B"), find("#group-2"));
    assertEquals("Joins: Layer grouping, Strategies of G2", text("#draw-joins"));
    press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals("Joins: Layer grouping", text("#draw-joins"));
    click("#draw-save");
    await(() -> !findAll("#candidate-drawn-1").isEmpty());
    assertEquals(6, findAll(".candidate-card").size());
  }

  private void overrideTheGrouping() {
    click("#candidate-drawn-1");
    click("#instead");
    type("mine");
    click("#sheet-agree");
    await(() -> !path().decisions().isEmpty());
    Decision decision = path().decisions().getFirst();
    assertEquals("drawn-1", decision.chosen());
    assertEquals(new Decision.Basis.Overridden("mine"), decision.basis());
  }

  private void letTheRestBeDecided() {
    await(() -> says("#run", "Resume") && !find("#run").isDisabled());
    click("#run");
    await(() -> find("#to-confirm").isVisible());
    assertEquals(
        Optional.empty(), path().open(SampleStudy.plan(Bundled.INFO)), "what is still open");
    click("#to-confirm");
    await(() -> !findAll("#confirm-save").isEmpty() && !find("#confirm-save").isDisabled());
  }

  private Path saveThePattern() {
    Path file = folder().resolve("pattern.json");
    asked().give(file.toFile());
    click("#confirm-save");
    await(() -> Files.exists(file) && text("#confirm-told").contains("pattern.json"));
    return file;
  }

  private static List<String> chosen(Path file) {
    List<PatternFile.Choice> decisions = PatternFile.read(file).decisions();
    assertEquals(Optional.of("mine"), decisions.getFirst().reason());
    return decisions.stream().map(PatternFile.Choice::chosen).toList();
  }

  private void readItAgain(Path file) throws IOException {
    String words = text("#confirm-words");
    click("#confirm-import");
    await(() -> find("#confirm-transfer-budget").isVisible());
    assertTrue(findAll(".number").stream().filter(node -> says(words, node)).count() > 1, words);
    Path design = folder().resolve("design.json");
    asked().give(design.toFile());
    click("#confirm-transfer-save");
    await(() -> Files.exists(design));
    assertTrue(Files.readString(design).contains("\"layer\": 11"));
    assertTrue(Files.readString(file).contains("drawn-1"));
  }

  private static boolean says(String words, javafx.scene.Node node) {
    return node instanceof Label label && label.getText().equals(words);
  }
}
