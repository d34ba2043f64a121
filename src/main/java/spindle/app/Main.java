package spindle.app;

import java.nio.file.Path;
import java.util.Optional;
import spindle.backbone.CacheFolders;

/// The entry point of the window, the command line and the worker.
public final class Main {

  /// Words that start the program's command line from a built checkout.
  static final String COMMAND_LINE = "java -jar target/spindle.jar";

  /// Words that build it.
  static final String BUILD = "mvn -DskipTests package";

  private Main() {}

  /// Opens the window, or runs the command that the arguments name.
  public static void main(String[] args) {
    CacheFolders folders = CacheFolders.ofUser();
    Path log = LogFile.choose(folders.spindle(), System.getProperties());
    endWithParent();
    if (args.length == 0) {
      System.exit(Window.open(log));
    }
    Wiring wiring = new Wiring(folders, log);
    System.exit(Interruption.run(() -> wiring.commandLine().execute(args)));
  }

  /// The launcher that an older Java runs may be killed without a chance to stop this process.
  private static void endWithParent() {
    Optional.ofNullable(Long.getLong("spindle.parent"))
        .flatMap(ProcessHandle::of)
        .ifPresent(parent -> Thread.ofVirtual().start(() -> endAfter(parent)));
  }

  private static void endAfter(ProcessHandle parent) {
    parent.onExit().join();
    System.exit(1);
  }
}
