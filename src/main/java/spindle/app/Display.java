package spindle.app;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Whether a window can be opened here, found out before the toolkit starts.
final class Display {

  private Display() {}

  /// Says whether there is no display: on Linux neither an X server nor Wayland is announced and no
  /// windowing platform was chosen by hand.
  ///
  /// @param environment the environment variables
  /// @param properties the system properties
  static boolean isMissing(Map<String, String> environment, Properties properties) {
    return properties.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
        && properties.getProperty("glass.platform", "").isEmpty()
        && environment.getOrDefault("DISPLAY", "").isEmpty()
        && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }
}
