package spindle.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import spindle.backbone.CacheFolders;
import spindle.ui.settings.Settings;
import spindle.ui.settings.SettingsFile;

/// The entry point of the window and the command line; [NativeMain] is that of child processes.
public final class Main {

  /// Words that start the program's command line from a built checkout.
  static final String COMMAND_LINE = "java -jar target/spindle.jar";

  /// Words that build it.
  static final String BUILD = "mvn -DskipTests package";

  private static final int ORPHANED = 1;

  private Main() {}

  /// Opens the window, or runs the command that the arguments name.
  public static void main(String[] args) {
    applySettings();
    CacheFolders folders = CacheFolders.ofUser();
    Path log = LogFile.choose(folders.spindle(), System.getProperties());
    endWithParent();
    if (args.length == 0) {
      System.exit(Window.open(log));
    }
    Wiring wiring = new Wiring(folders, log);
    System.exit(Interruption.run(() -> wiring.commandLine().execute(args)));
  }

  /// Nothing is logged here, for the settings say where the log is.
  private static void applySettings() {
    Path file = UserFolders.ofUser().settings();
    if (Files.exists(file)) {
      Settings settings = new SettingsFile(file, List::of, _ -> {}).load();
      new LocalSettings(System.getProperties(), settings).apply(settings);
    }
  }

  /// The launcher that an older Java runs may be killed without a chance to stop this process.
  private static void endWithParent() {
    Optional.ofNullable(Long.getLong("spindle.parent"))
        .ifPresent(parent -> Thread.ofVirtual().start(() -> endAfter(parent)));
  }

  /// Looks once a second who the parent is: a killed one that nobody has waited for still counts as
  /// alive, but is no longer the parent.
  private static void endAfter(long parent) {
    try {
      while (ProcessHandle.current().parent().filter(now -> now.pid() == parent).isPresent()) {
        Thread.sleep(Duration.ofSeconds(1));
      }
      System.exit(ORPHANED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
