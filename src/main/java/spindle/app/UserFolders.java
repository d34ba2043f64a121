package spindle.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Where the program keeps files of its own on a user's machine.
///
/// @param cache what can be made again: converted backbones, the log
record UserFolders(Path cache) {

  /// Finds the folders: the property `spindle.cache`, else what the operating system proposes.
  ///
  /// @param environment the environment variables
  /// @param properties the system properties
  static UserFolders find(Map<String, String> environment, Properties properties) {
    String chosen = properties.getProperty("spindle.cache", "");
    return new UserFolders(
        chosen.isEmpty() ? usual(environment, properties).resolve("spindle") : Path.of(chosen));
  }

  /// Returns the log file of this user.
  Path log() {
    return cache.resolve("log").resolve("spindle.log");
  }

  private static Path usual(Map<String, String> environment, Properties properties) {
    Path home = Path.of(properties.getProperty("user.home", "."));
    String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
    }
    if (system.contains("mac")) {
      return home.resolve("Library").resolve("Caches");
    }
    return folder(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
  }

  private static Path folder(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? otherwise : Path.of(value);
  }
}
