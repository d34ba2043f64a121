package spindle.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import spindle.study.StudyOwner;
import spindle.study.StudyState;
import spindle.ui.session.EngineLife;
import spindle.ui.session.Standing;

/// The window as its user meets it: the sample study from the first click to its table.
class SampleFlowTest extends WindowTest {

  private Optional<Standing> standing() {
    return ask(() -> window().session().standingProperty().get());
  }

  private boolean engineIs(EngineLife life) {
    return standing().filter(now -> now.engine() == life).isPresent();
  }

  private String textOf(String button) {
    return ask(() -> ((Button) find(button)).getText());
  }

  private boolean trains() {
    return findAll(".live-progress").stream()
        .anyMatch(bar -> bar instanceof ProgressBar one && one.getProgress() > 0.05);
  }

  private void openSample() {
    openWindow(1440, 900);
    click("#sample");
    await(() -> trains());
  }

  @Test
  void oneClickLeadsToTheLiveCurvesOfTheSampleStudy() {
    openSample();
    assertTrue(Files.exists(folder().resolve("studies").resolve("sample.spindle")));
    assertTrue(ask(() -> ((Label) find("#live-doing")).getText()).startsWith("running stage"));
    assertEquals("sample \u2013 Spindle", ask(() -> stage().getTitle()));
  }

  @Test
  void aPauseAndAStopShowWithinTwoSeconds() {
    openSample();
    click("#live-pause");
    long pause = System.nanoTime();
    await(() -> textOf("#live-pause").equals("Resume"));
    assertTrue(System.nanoTime() - pause < 2_000_000_000L, "the pause showed too late");
    click("#live-pause");
    await(() -> textOf("#live-pause").equals("Pause"));
    click("#live-stop-all");
    long stop = System.nanoTime();
    await(() -> findAll(".live-progress").isEmpty() && engineIs(EngineLife.NONE));
    assertTrue(System.nanoTime() - stop < 2_000_000_000L, "the stop showed too late");
    assertEquals("Start", textOf("#live-pause"));
  }

  @Test
  void whatHasEndedIsInTheTableAndCanBeSaved() {
    openSample();
    click("#nav-trials");
    await(() -> ((TableView<?>) find("#trials-table")).getItems().size() > 2);
    Path saved = folder().resolve("trials.csv");
    asked().answer = saved.toFile();
    click("#trials-export");
    await(() -> Files.exists(saved));
    await(() -> findAll("#status").stream().anyMatch(this::saysSaved));
  }

  private boolean saysSaved(javafx.scene.Node status) {
    return status instanceof Label label && label.getText().contains("trials.csv");
  }

  @Test
  void theWindowComesBackAsItWasLeft() {
    openSample();
    press(KeyCode.CONTROL, KeyCode.DIGIT5);
    run(() -> stage().hide());
    run(() -> window().close());
    openWindow(1440, 900);
    await(() -> standing().isPresent());
    await(() -> !findAll("#trials-table").isEmpty());
    assertEquals("sample \u2013 Spindle", ask(() -> stage().getTitle()));
  }

  @Test
  void aKilledEngineIsToldAndTheStudyGoesOn() {
    Path file = folder().resolve("studies").resolve("sample.spindle");
    openSample();
    click("#live-stop-all");
    await(() -> engineIs(EngineLife.NONE));
    try (StudyOwner owner = machine().desk().files().own(file)) {
      owner.tell(new StudyState(StudyState.Phase.RUNNING, Optional.of("main"), "running"));
    }
    await(() -> engineIs(EngineLife.LOST));
    assertTrue(ask(() -> find("#headline").isVisible()));
    click("#headline-go-on");
    await(() -> engineIs(EngineLife.RUNS));
    assertTrue(!ask(() -> find("#headline").isVisible()));
  }

  @Test
  void aFileThatIsNoStudyIsToldOnTheWelcomePage() throws java.io.IOException {
    Path file = folder().resolve("notes.spindle");
    Files.writeString(file, "no study");
    asked().answer = file.toFile();
    openWindow(1100, 700);
    click("#open");
    await(() -> ((Label) find("#message")).getText().contains("notes.spindle"));
    assertEquals(Optional.empty(), standing());
  }
}
