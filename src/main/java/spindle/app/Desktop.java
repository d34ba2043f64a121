package spindle.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the desktop something, where it has the means: `notify-send` on Linux, `osascript` on
/// macOS.
final class Desktop {

  private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);
  private static final Path LINUX = Path.of("/usr/bin/notify-send");
  private static final Path MAC = Path.of("/usr/bin/osascript");

  private Desktop() {}

  /// Shows a sentence; returns at once.
  static void tell(String sentence) {
    List<String> command = command(sentence);
    if (command.isEmpty()) {
      return;
    }
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .getOutputStream()
          .close();
    } catch (IOException e) {
      LOG.warn("the desktop cannot be told", e);
    }
  }

  private static List<String> command(String sentence) {
    if (Files.isExecutable(LINUX)) {
      return List.of(LINUX.toString(), "--app-name=Spindle", "Spindle", sentence);
    }
    if (Files.isExecutable(MAC)) {
      String text = sentence.replaceAll("[\"\\\\]", "'");
      return List.of(
          MAC.toString(), "-e", "display notification \"" + text + "\" with title \"Spindle\"");
    }
    return List.of();
  }
}
