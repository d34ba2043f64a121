package spindle.ui.support;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import spindle.ui.theme.Fonts;
import spindle.ui.theme.Theme;

/// The look of all windows of the program. Used on the UI thread only.
///
/// The theme is the toolkit's user agent stylesheet, so switching it needs no window; what is ours
/// is in stylesheets that use its colours by name.
public final class Appearance {
  private static final List<String> SHEETS = List.of("spindle.css", "stack.css", "controlsfx.css");

  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();
  private final InvalidationListener desktop = _ -> apply();

  /// Loads the fonts and shows a theme.
  public Appearance(Theme first) {
    Fonts.load();
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener(new WeakInvalidationListener(desktop));
    theme.set(first);
    apply();
  }

  /// Shows a theme in all windows. Who hears of the change may ask for the same theme again.
  public void show(Theme next) {
    if (next == theme.get()) {
      return;
    }
    theme.set(next);
    apply();
  }

  /// Returns the theme that was chosen.
  public ReadOnlyObjectProperty<Theme> theme() {
    return theme.getReadOnlyProperty();
  }

  /// Says whether the theme that is shown is dark.
  public boolean isDark() {
    return switch (theme.get()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /// Gives a scene our stylesheets. Popups take them from their owner, dialogs do not.
  public void style(Scene scene) {
    SHEETS.forEach(sheet -> scene.getStylesheets().add(address(sheet)));
  }

  private void apply() {
    atlantafx.base.theme.Theme look = isDark() ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(look.getUserAgentStylesheetBSS());
  }

  private static String address(String sheet) {
    URL url = Theme.class.getResource(sheet);
    if (url == null) {
      throw new IllegalStateException("the program lacks its stylesheet " + sheet);
    }
    return url.toExternalForm();
  }
}
