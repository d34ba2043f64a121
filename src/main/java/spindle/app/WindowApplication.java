package spindle.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.ui.settings.Settings;
import spindle.ui.settings.SettingsFile;
import spindle.ui.support.Appearance;
import spindle.ui.support.Threads;
import spindle.ui.window.MainWindow;
import spindle.ui.window.StageChoosers;
import spindle.ui.window.WindowParts;

/// The toolkit's entry to the window. Public because the toolkit makes it by reflection.
///
/// With the property `spindle.quit` it closes once it has been drawn, which is how the start-up
/// cache is recorded.
public final class WindowApplication extends Application {

  private static final Logger LOG = LoggerFactory.getLogger(WindowApplication.class);

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable MainWindow window;

  @Override
  public void start(Stage stage) {
    boolean quit = Boolean.getBoolean("spindle.quit");
    UserFolders folders = UserFolders.ofUser();
    Path remembered = quit ? folders.settings().resolveSibling("none") : folders.settings();
    SettingsFile settings = settings(remembered);
    Wiring wiring = Wiring.ofProcess();
    WindowParts parts =
        new WindowParts(
            wiring.desk(),
            wiring.backbones(),
            settings,
            folders.studies(),
            new Threads(background, Platform::runLater),
            InstantSource.system(),
            sentence -> background.execute(() -> Desktop.tell(sentence)));
    MainWindow opened =
        new MainWindow(
            stage,
            parts,
            new StageChoosers(stage, folders.studies()),
            new Appearance(settings.load().theme()));
    window = opened;
    opened.show();
    afterFrames(quit);
  }

  private static SettingsFile settings(Path file) {
    Settings applied = new SettingsFile(file, List::of, _ -> {}).load();
    LocalSettings local = new LocalSettings(System.getProperties(), applied);
    return new SettingsFile(file, LocalDevices::find, local::apply);
  }

  /// Notes the time of the first frame; the second pulse comes when the first has been drawn.
  private static void afterFrames(boolean quit) {
    AnimationTimer pulses =
        new AnimationTimer() {
          private int pulse;

          @Override
          public void handle(long now) {
            pulse++;
            if (pulse == 2) {
              LOG.info("first frame {} ms after the start of the process", sinceStart());
            }
            if (pulse == 30) {
              stop();
              if (quit) {
                Platform.exit();
              }
            }
          }
        };
    pulses.start();
  }

  private static long sinceStart() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> Duration.between(start, Instant.now()).toMillis())
        .orElse(-1L);
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
    background.shutdown();
  }
}
