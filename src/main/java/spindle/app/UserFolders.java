package spindle.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where the program keeps what belongs to the user.
///
/// @param settings file of the window's settings
/// @param studies folder of the studies that were made without a choice of place
record UserFolders(Path settings, Path studies) {

  private static final String OWN = "spindle";

  /// Returns the folders of this user: the system properties `spindle.settings` and
  /// `spindle.studies`, or `spindle` in `XDG_CONFIG_HOME` and `XDG_DATA_HOME`, on Windows in
  /// `APPDATA` and `LOCALAPPDATA`, else in `~/.config` and `~/.local/share`.
  static UserFolders ofUser() {
    return of(System::getenv, System::getProperty);
  }

  static UserFolders of(
      Function<String, @Nullable String> environment,
      Function<String, @Nullable String> properties) {
    Path home = Path.of(first(".", properties.apply("user.home")));
    boolean windows = first("", properties.apply("os.name")).startsWith("Windows");
    Path config =
        Path.of(
            first(
                home.resolve(".config").toString(),
                environment.apply("XDG_CONFIG_HOME"),
                windows ? environment.apply("APPDATA") : null));
    Path data =
        Path.of(
            first(
                home.resolve(".local").resolve("share").toString(),
                environment.apply("XDG_DATA_HOME"),
                windows ? environment.apply("LOCALAPPDATA") : null));
    return new UserFolders(
        set(properties, "spindle.settings").orElse(config.resolve(OWN).resolve("settings.json")),
        set(properties, "spindle.studies").orElse(data.resolve(OWN)));
  }

  private static Optional<Path> set(
      Function<String, @Nullable String> properties, String property) {
    String value = first("", properties.apply(property));
    return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
  }

  private static String first(String otherwise, @Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return otherwise;
  }
}
