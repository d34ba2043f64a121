package spindle.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spindle.ui.UiTest;
import spindle.ui.theme.Theme;

/// The main screens look as they did when somebody last looked at them.
///
/// When a screen was changed on purpose, its pictures are made anew by `mvn -q test
/// -Dtest=GoldenTest -Dspindle.golden=write`; look at what changed before it is committed. A
/// failure leaves the screen as it is now and what is apart, in red, in `target/golden`.
class GoldenTest extends UiTest {

  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final int LOOKS = 100;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {"welcome", "setup", "explorer", "draw", "live", "trials", "export", "settings"})
  void aScreenLooksAsItDid(String screen) throws InterruptedException {
    List<String> problems = new ArrayList<>();
    boolean drawing = screen.equals("draw");
    try (StillPages pages =
        new StillPages(folder, drawing ? StillPages::early : StillPages::later)) {
      show(() -> pages.shell(appearance()), WIDTH, HEIGHT);
      run(() -> pages.go(drawing ? "explorer" : screen));
      prepare(screen);
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        switchTo(theme);
        Golden.problem(screen + "-" + theme.name().toLowerCase(Locale.ROOT), still())
            .ifPresent(problems::add);
      }
    }
    assertEquals(List.of(), problems);
  }

  /// Neither the mouse nor the focus marks anything: other tests leave them anywhere.
  private void prepare(String screen) {
    if (screen.equals("draw")) {
      click("#draw");
      click("#draw-copy-spindle");
    }
    if (screen.equals("trials")) {
      run(() -> ((TableView<?>) find("#trials-table")).getSelectionModel().selectRange(0, 3));
    }
    run(() -> stage().getScene().getRoot().requestFocus());
    moveTo(stage().getScene().getRoot(), WIDTH - 1, HEIGHT - 1);
  }

  /// Returns the screen once two looks at it are the same.
  private BufferedImage still() throws InterruptedException {
    BufferedImage before = look();
    for (int i = 0; i < LOOKS; i++) {
      Thread.sleep(50);
      BufferedImage now = look();
      if (Arrays.equals(colours(before), colours(now))) {
        return now;
      }
      before = now;
    }
    throw new AssertionError("the screen never stood still");
  }

  private BufferedImage look() {
    run(() -> {});
    return ask(() -> SwingFXUtils.fromFXImage(stage().getScene().snapshot(null), null));
  }

  private static int[] colours(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
