package spindle.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import spindle.ui.theme.Theme;

/// What the user sets once for all studies.
///
/// @param theme look of the window
/// @param device id of the device that new studies train on, such as `cpu`
/// @param libtorch folder of a libtorch of the user's own, if any
/// @param cache folder for converted backbones and downloads; the usual place if empty
/// @param notifications when the desktop is told
public record Settings(
    Theme theme,
    String device,
    Optional<Path> libtorch,
    Optional<Path> cache,
    Notifications notifications) {

  /// When the desktop is told that something ended.
  public enum Notifications {
    /// Never.
    OFF,
    /// When a dimension is decided or a study needs the user.
    IMPORTANT,
    /// After every training.
    ALL
  }
}
