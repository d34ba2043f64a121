package spindle.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import spindle.ui.settings.SettingsFile;
import spindle.ui.support.Threads;
import spindle.ui.window.WindowParts;

/// The program's own parts of a window, with settings and studies in a folder of a test. The
/// desktop is told nothing.
record RealParts(Path folder, ExecutorService background) implements AutoCloseable {

  /// Makes them for a folder.
  static RealParts in(Path folder) {
    return new RealParts(folder, Executors.newVirtualThreadPerTaskExecutor());
  }

  /// Returns the parts.
  WindowParts parts() {
    Wiring wiring = Wiring.ofProcess();
    return new WindowParts(
        wiring.desk(),
        wiring.backbones(),
        new SettingsFile(folder.resolve("settings.json"), LocalDevices::find, _ -> {}),
        folder.resolve("studies"),
        new Threads(background, Platform::runLater),
        InstantSource.system(),
        _ -> {});
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
