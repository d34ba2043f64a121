package spindle.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spindle.ui.support.WindowPlace;
import spindle.ui.theme.Theme;

/// What the window remembers from one start to the next.
///
/// @param settings what the user set
/// @param recent files of the studies that were open, the latest first
/// @param place where the window was
/// @param page id of the page that was shown
/// @param study file of the study that was open when the window was closed
public record Kept(
    Settings settings,
    List<Path> recent,
    Optional<WindowPlace> place,
    Optional<String> page,
    Optional<Path> study) {

  /// What is remembered before the first start.
  public static final Kept NOTHING =
      new Kept(
          new Settings(
              Theme.SYSTEM,
              "cpu",
              Optional.empty(),
              Optional.empty(),
              Settings.Notifications.IMPORTANT),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final int RECENT = 12;

  /// Copies the list.
  public Kept {
    recent = List.copyOf(recent);
  }

  /// Returns the same with other settings.
  public Kept with(Settings other) {
    return new Kept(other, recent, place, page, study);
  }

  /// Returns the same with a study that was just opened.
  public Kept opened(Path file) {
    List<Path> files = new ArrayList<>(recent);
    files.remove(file);
    files.addFirst(file);
    return new Kept(
        settings, files.subList(0, Math.min(files.size(), RECENT)), place, page, Optional.of(file));
  }

  /// Returns the same with the window as it was left.
  public Kept left(WindowPlace where, String shown) {
    return new Kept(settings, recent, Optional.of(where), Optional.of(shown), study);
  }
}
