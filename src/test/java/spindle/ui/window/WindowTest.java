package spindle.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.TrialRunners;
import spindle.ui.UiTest;

/// A test of the whole window on a machine that trains nothing.
abstract class WindowTest extends UiTest {

  @TempDir private Path folder = Path.of("");
  private @Nullable FakeMachine machine;
  private @Nullable MainWindow window;
  private final Asked asked = new Asked();

  /// Answers the window's questions for files.
  static final class Asked implements Choosers {
    @Nullable File answer;

    @Override
    public @Nullable File study() {
      return answer;
    }

    @Override
    public @Nullable File folder() {
      return answer;
    }

    @Override
    public @Nullable File examples() {
      return answer;
    }

    @Override
    public @Nullable File pattern() {
      return answer;
    }

    @Override
    public @Nullable File table(String name) {
      return answer;
    }

    @Override
    public @Nullable File save(String name) {
      return answer;
    }
  }

  /// Returns what trains.
  TrialRunners runner() {
    return new PacedRunner(40, Duration.ofMillis(20));
  }

  @BeforeEach
  void openMachine() {
    machine = new FakeMachine(folder, runner());
  }

  @AfterEach
  void closeMachine() {
    if (window != null) {
      window.close();
    }
    machine().close();
  }

  /// Opens a window, as the program does when it is started.
  final void openWindow(int width, int height) {
    run(() -> {
      Stage stage = stage();
      window = new MainWindow(stage, machine().parts(), asked, appearance());
      window.show();
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(width);
      stage.setHeight(height);
    });
  }

  final Scene scene() {
    return stage().getScene();
  }

  final Asked asked() {
    return asked;
  }

  final Path folder() {
    return folder;
  }

  final FakeMachine machine() {
    return Objects.requireNonNull(machine);
  }

  final MainWindow window() {
    return Objects.requireNonNull(window);
  }
}
