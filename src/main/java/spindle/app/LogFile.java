package spindle.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/// The one file that the program logs to; `logback.xml` takes its place from the property
/// `spindle.log`.
final class LogFile {

  private static final String PROPERTY = "spindle.log";
  private static final long LARGEST = 4L << 20;

  private LogFile() {}

  /// Chooses the file before the first logger is made, and puts away one that has grown over 4 MiB.
  ///
  /// A folder that cannot be written is no reason to stop: the program then runs without a log.
  ///
  /// @param cache the folder of the program's own files, where the log lies unless the property
  ///   says otherwise
  /// @param properties the system properties, which learn of the place
  static Path choose(Path cache, Properties properties) {
    String chosen = properties.getProperty(PROPERTY, "");
    Path file =
        (chosen.isEmpty() ? cache.resolve("log").resolve("spindle.log") : Path.of(chosen))
            .toAbsolutePath();
    properties.setProperty(PROPERTY, file.toString());
    try {
      if (Files.exists(file) && Files.size(file) > LARGEST) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".old"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      return file; // another process may have moved it first; logging goes on in the old one
    }
    return file;
  }
}
