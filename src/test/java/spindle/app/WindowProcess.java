package spindle.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import spindle.study.StudyCommand;
import spindle.ui.session.EngineLife;
import spindle.ui.session.Standing;
import spindle.ui.support.Appearance;
import spindle.ui.theme.Theme;
import spindle.ui.window.MainWindow;
import spindle.ui.window.StageChoosers;
import spindle.ui.window.WindowParts;

/// The program's window in a process of its own, without a user: it opens a study, trains it if it
/// is told to, shows every page, and says on its standard output what it holds then.
public final class WindowProcess {

  static final List<String> PAGES =
      List.of("welcome", "setup", "explorer", "live", "trials", "export", "settings");
  private static final long PATIENCE = 240_000_000_000L;
  private static final int KIB_A_MIB = 1024;

  private @Nullable MainWindow window;
  private @Nullable Stage stage;

  private WindowProcess() {}

  /// Runs it.
  ///
  /// @param args the file of a study, and `look` or `train`
  public static void main(String[] args) throws IOException, InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    });
    Path study = Path.of(args[0]);
    WindowProcess process = new WindowProcess();
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.join();
    process.onUi(() -> process.open(Objects.requireNonNull(study.toAbsolutePath().getParent())));
    process.say("opened");
    process.window().session().open(study);
    process.await(_ -> true);
    if (args[1].equals("train")) {
      process.train();
    }
    process.showPages();
    process.say("shown");
    process.onUi(() -> process.window().close());
    System.exit(0);
  }

  private void open(Path folder) {
    Stage opened = new Stage();
    WindowParts parts = RealParts.in(folder).parts();
    stage = opened;
    window =
        new MainWindow(
            opened,
            parts,
            new StageChoosers(opened, folder.resolve("studies")),
            new Appearance(Theme.LIGHT));
    window.show();
  }

  private MainWindow window() {
    return Objects.requireNonNull(window);
  }

  private void onUi(Runnable action) {
    CompletableFuture.runAsync(action, Platform::runLater).join();
  }

  private void await(Predicate<Standing> condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    while (window().session().standingProperty().get().filter(condition).isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the condition never held");
      }
      Thread.sleep(50);
    }
  }

  private void train() throws InterruptedException {
    window().session().carryOut(new StudyCommand.Start("main"));
    await(now -> now.study().attempts().stream().anyMatch(one -> one.end().isPresent()));
    window().session().carryOut(new StudyCommand.Stop());
    await(now -> now.engine() == EngineLife.NONE);
  }

  private void showPages() throws InterruptedException {
    for (String page : PAGES) {
      onUi(() -> window().go(page));
      Thread.sleep(500);
      onUi(() -> Objects.requireNonNull(stage).getScene().snapshot(null));
    }
  }

  private void say(String when) throws IOException, InterruptedException {
    Thread.sleep(500);
    System.gc();
    Thread.sleep(500);
    System.out.printf(
        "%s: heap %d MiB, resident %d MiB, native %s%n",
        when,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
        residentMebibytes(),
        nativeLibraries());
  }

  /// Returns 0 where the system does not tell.
  private static long residentMebibytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_A_MIB)
          .sum();
    }
  }

  /// Returns the file names of the libraries that are mapped and belong to a tensor engine.
  private static List<String> nativeLibraries() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    if (!Files.exists(maps)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(maps)) {
      return lines
          .map(line -> line.substring(line.lastIndexOf('/') + 1))
          .filter(name -> name.matches(".*(torch|djl|c10|tokenizers).*\\.so.*"))
          .distinct()
          .sorted()
          .toList();
    }
  }
}
