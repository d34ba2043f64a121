package spindle.app;

import java.nio.file.Path;

/// The entry point of the window, the command line and the worker.
public final class Main {

  /// Words that start the program's command line from a built checkout.
  static final String COMMAND_LINE = "java -jar target/spindle.jar";

  /// Words that build it.
  static final String BUILD = "mvn -DskipTests package";

  private Main() {}

  /// Opens the window, or runs the command that the arguments name.
  public static void main(String[] args) {
    UserFolders folders = UserFolders.find(System.getenv(), System.getProperties());
    Path log = LogFile.choose(folders, System.getProperties());
    System.exit(Window.open(log));
  }
}
