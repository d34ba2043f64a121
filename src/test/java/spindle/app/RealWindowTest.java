package spindle.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.ProgressBar;
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
import spindle.ui.window.MainWindow;
import spindle.ui.window.StageChoosers;
import spindle.ui.window.WindowParts;

/// The window with the program's own parts: engine and worker are processes of their own.
@Tag("engine")
class RealWindowTest extends UiTest {

  private static final long PATIENCE = 240_000_000_000L;

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

  @TempDir private Path folder = Path.of("");

  private MainWindow open() {
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
        ask(() -> new MainWindow(stage(), parts, new StageChoosers(stage(), folder), appearance()));
    run(window::show);
    return window;
  }

  @AfterEach
  void close() {
    background.shutdownNow();
  }

  private void awaitLong(java.util.function.BooleanSupplier condition) throws InterruptedException {
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

  @Test
  void theSampleStudyTrainsOnTheBundledBackbone() throws InterruptedException {
    MainWindow window = open();
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
}
