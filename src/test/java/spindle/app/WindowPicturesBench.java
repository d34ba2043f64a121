package spindle.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.Attempt;
import spindle.ui.UiTest;
import spindle.ui.settings.SettingsFile;
import spindle.ui.support.Threads;
import spindle.ui.theme.Theme;
import spindle.ui.window.MainWindow;
import spindle.ui.window.StageChoosers;
import spindle.ui.window.WindowParts;

/// Pictures of all screens of the sample study, really trained, in `target/pictures`.
///
/// `-Dbench.trials` sets how many trainings are waited for, `-Dbench.studies` a folder in which the
/// sample study is looked for first.
@Tag("bench")
class WindowPicturesBench extends UiTest {

  private static final List<String> PAGES =
      List.of("welcome", "setup", "explorer", "live", "trials", "export", "settings");

  @TempDir private Path folder = Path.of("");

  private static void say(String form, Object... parts) {
    System.out.printf(form + "%n", parts);
  }

  @Test
  void picturesOfAllScreensWithTheRealSampleStudy() throws InterruptedException {
    ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    Wiring wiring = Wiring.ofProcess();
    Path studies = Path.of(System.getProperty("bench.studies", folder.toString()));
    WindowParts parts =
        new WindowParts(
            wiring.desk(),
            wiring.backbones(),
            new SettingsFile(folder.resolve("settings.json"), LocalDevices::find, _ -> {}),
            studies,
            new Threads(background, Platform::runLater),
            InstantSource.system(),
            _ -> {});
    MainWindow window =
        ask(() ->
            new MainWindow(stage(), parts, new StageChoosers(stage(), studies), appearance()));
    run(window::show);
    click("#sample");
    int wanted = Integer.getInteger("bench.trials", 24);
    awaitEnded(window, wanted);
    for (int[] size : new int[][] {{1100, 700}, {1920, 1200}}) {
      run(() -> {
        stage().setWidth(size[0]);
        stage().setHeight(size[1]);
      });
      for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
        switchTo(theme);
        for (String page : PAGES) {
          run(() -> window.go(page));
          Thread.sleep(700);
          picture("real-" + page + "-" + theme + "-" + size[0]);
        }
      }
    }
    run(window::close);
    background.shutdownNow();
  }

  private void awaitEnded(MainWindow window, int count) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(8).toNanos();
    while (ended(window) < count && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    say("%d trials have ended", ended(window));
  }

  private long ended(MainWindow window) {
    return ask(() ->
        window
            .session()
            .standingProperty()
            .get()
            .map(now -> count(now.study().attempts()))
            .orElse(0L));
  }

  private static long count(List<Attempt> attempts) {
    return attempts.stream().filter(attempt -> attempt.end().isPresent()).count();
  }
}
