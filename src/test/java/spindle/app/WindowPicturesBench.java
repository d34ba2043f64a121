package spindle.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.ui.UiTest;
import spindle.ui.theme.Theme;
import spindle.ui.window.MainWindow;
import spindle.ui.window.OneAnswer;

/// Pictures of all screens with a study that was really trained, in `target/pictures`, both themes,
/// in three sizes: `mvn -Pbench,xvfb test -Dtest=WindowPicturesBench -Dbench.study=FILE` with a
/// display. The file is copied first.
@Tag("bench")
class WindowPicturesBench extends UiTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void picturesOfAllScreensOfAStudy() throws InterruptedException, IOException {
    String given = System.getProperty("bench.study", "");
    assumeTrue(!given.isEmpty(), "no study is given");
    Path study = Files.copy(Path.of(given), folder.resolve("reviews.spindle"));
    try (RealParts parts = RealParts.in(folder)) {
      MainWindow window =
          ask(() -> new MainWindow(stage(), parts.parts(), new OneAnswer(), appearance()));
      run(window::show);
      window.session().open(study);
      for (int[] size : new int[][] {{1100, 700}, {1440, 900}, {1920, 1200}}) {
        run(() -> {
          stage().setWidth(size[0]);
          stage().setHeight(size[1]);
        });
        for (Theme theme : Theme.values()) {
          switchTo(theme);
          pictures(window, theme + "-" + size[0]);
        }
      }
      run(window::close);
    }
  }

  private void pictures(MainWindow window, String name) throws InterruptedException {
    for (String page : WindowProcess.PAGES) {
      run(() -> window.go(page));
      Thread.sleep(700);
      picture("real-" + page + "-" + name);
    }
  }
}
