package spindle.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spindle.ui.settings.Settings;

/// Makes the user's settings known to what is started later: as system properties, which engines
/// and workers inherit.
final class LocalSettings {

  private static final String LIBRARY = "PYTORCH_LIBRARY_PATH";
  private static final String CACHE = "spindle.cache";
  private static final Pattern BUILD = Pattern.compile("([0-9]+(?:\\.[0-9]+)+)(?:\\+(\\w+))?.*");

  private final Properties properties;
  private final boolean cacheIsGiven;
  private final boolean libraryIsGiven;

  /// Takes note of what was given on the command line, which the settings do not change.
  ///
  /// @param applied settings that were made known in this process before, if any
  LocalSettings(Properties properties, Settings applied) {
    this.properties = properties;
    this.cacheIsGiven = isGiven(CACHE, applied.cache());
    this.libraryIsGiven = isGiven(LIBRARY, applied.libtorch().map(LocalSettings::lib));
  }

  private boolean isGiven(String property, Optional<Path> applied) {
    String value = properties.getProperty(property);
    return value != null && applied.filter(path -> path.toString().equals(value)).isEmpty();
  }

  /// Makes settings known.
  void apply(Settings settings) {
    if (!cacheIsGiven) {
      settings
          .cache()
          .ifPresentOrElse(
              folder -> properties.setProperty(CACHE, folder.toString()),
              () -> properties.remove(CACHE));
    }
    if (!libraryIsGiven) {
      settings.libtorch().ifPresentOrElse(this::library, this::noLibrary);
    }
  }

  private void library(Path folder) {
    properties.setProperty(LIBRARY, lib(folder).toString());
    Matcher build = BUILD.matcher(build(folder));
    if (build.matches()) {
      properties.setProperty("PYTORCH_VERSION", build.group(1));
      properties.setProperty("PYTORCH_FLAVOR", build.group(2) == null ? "cpu" : build.group(2));
    }
  }

  private static Path lib(Path folder) {
    Path lib = folder.resolve("lib");
    return Files.isDirectory(lib) ? lib : folder;
  }

  private void noLibrary() {
    properties.remove(LIBRARY);
    properties.remove("PYTORCH_VERSION");
    properties.remove("PYTORCH_FLAVOR");
  }

  /// A libtorch says its version in a file, such as `2.7.1+cu128`; empty if it does not.
  private static String build(Path folder) {
    try {
      return Files.readString(folder.resolve("build-version"), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
