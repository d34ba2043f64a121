package spindle.app;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.slf4j.LoggerFactory;

/// Opens the window, or says in one sentence why it cannot.
final class Window {

  // kept, for the logging framework forgets levels of loggers that nobody holds
  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  private Window() {}

  /// Shows the window until it is closed.
  ///
  /// @param log file that holds the details of a failure
  /// @return 0 after it was closed, 1 if it could not be opened
  static int open(Path log) {
    if (Display.isMissing(System.getenv(), System.getProperties())) {
      return refuse("there is no display to open the window on");
    }
    TOOLKIT.setLevel(Level.SEVERE); // it warns of running from the class path, which is our choice
    try {
      Application.launch(WindowApplication.class);
      return 0;
    } catch (RuntimeException | LinkageError e) { // outermost frame of this thread
      LoggerFactory.getLogger(Window.class).error("the window could not be opened", e);
      return refuse("the window could not be opened (details in " + log + ")");
    }
  }

  private static int refuse(String reason) {
    System.err.println(
        "spindle: %s; `%s --help` lists the commands that do the same (built by `%s`)."
            .formatted(reason, Main.COMMAND_LINE, Main.BUILD));
    return 1;
  }
}
