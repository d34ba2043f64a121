package spindle.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.StudyCommand;
import spindle.ui.UiTest;
import spindle.ui.session.EngineLife;
import spindle.ui.session.Standing;
import spindle.ui.settings.SettingsFile;
import spindle.ui.support.Threads;
import spindle.ui.trials.TrialRow;
import spindle.ui.window.Choosers;
import spindle.ui.window.MainWindow;
import spindle.ui.window.WindowParts;

/// The window with the program's own parts: engine and worker are processes of their own.
@Tag("engine")
class RealWindowTest extends UiTest {

  private static final long PATIENCE = 240_000_000_000L;

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

  @TempDir private Path folder = Path.of("");

  /// A user who always means the same file.
  private record Always(File file) implements Choosers {

    @Override
    public @Nullable File study() {
      return file;
    }

    @Override
    public @Nullable File folder() {
      return null;
    }

    @Override
    public @Nullable File examples() {
      return null;
    }

    @Override
    public @Nullable File pattern() {
      return null;
    }

    @Override
    public @Nullable File table(String name) {
      return null;
    }

    @Override
    public @Nullable File save(String name) {
      return null;
    }
  }

  private MainWindow open(Path study) {
    Wiring wiring = Wiring.ofProcess();
    WindowParts parts =
        new WindowParts(
            wiring.desk(),
            wiring.backbones(),
            new SettingsFile(folder.resolve("settings.json"), List::of, _ -> {}),
            folder,
            new Threads(background, Platform::runLater),
            InstantSource.system(),
            _ -> {});
    MainWindow window =
        ask(() -> new MainWindow(stage(), parts, new Always(study.toFile()), appearance()));
    run(window::show);
    return window;
  }

  @AfterEach
  void close() {
    background.shutdownNow();
  }

  private void awaitLong(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    while (!ask(condition::getAsBoolean)) {
      assertTrue(System.nanoTime() < end, "the condition never held");
      Thread.sleep(100);
    }
  }

  private static boolean engineIs(MainWindow window, EngineLife life) {
    return window
        .session()
        .standingProperty()
        .get()
        .map(Standing::engine)
        .filter(now -> now == life)
        .isPresent();
  }

  private boolean says(String button, String text) {
    return findAll(button).stream()
        .anyMatch(node -> node instanceof Button one && one.getText().equals(text));
  }

  @Test
  void theSampleStudyTrainsOnTheBundledBackbone() throws InterruptedException {
    MainWindow window = open(folder.resolve("none"));
    try {
      click("#sample");
      awaitLong(() ->
          findAll(".live-progress").stream()
              .anyMatch(bar -> bar instanceof ProgressBar one && one.getProgress() > 0.1));
    } finally {
      window.session().carryOut(new StudyCommand.Stop());
      awaitLong(() -> engineIs(window, EngineLife.NONE));
      window.close();
    }
  }

  @Test
  void aStudyIsOpenedStartedWatchedAndStopped() throws InterruptedException, IOException {
    MainWindow window = open(TinyPlan.create(folder, Wiring.ofProcess()));
    try {
      click("#open");
      awaitLong(() -> says("#live-pause", "Start"));
      click("#live-pause");
      click("#nav-trials");
      TableView<?> table = (TableView<?>) find("#trials-table");
      awaitLong(() -> table.getItems().stream().anyMatch(RealWindowTest::isScored));
      click("#nav-live");
      click("#live-stop-all");
      awaitLong(() -> engineIs(window, EngineLife.NONE));
      awaitLong(() -> says("#live-pause", "Start"));
      assertEquals(List.of(), findAll(".live-progress"));
    } finally {
      window.session().carryOut(new StudyCommand.Stop());
      awaitLong(() -> engineIs(window, EngineLife.NONE));
      window.close();
    }
  }

  private static boolean isScored(Object row) {
    return row instanceof TrialRow one && one.score().isPresent();
  }
}
