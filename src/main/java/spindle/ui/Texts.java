package spindle.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import spindle.design.Strategy;

/// The words of the window, from its resource bundle.
public final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("spindle.ui.texts", Locale.ROOT);

  private Texts() {}

  /// Returns the text of a key with its places filled.
  ///
  /// @throws java.util.MissingResourceException if there is no such text
  public static String of(String key, Object... parts) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(parts);
  }

  /// Returns the bundle, for FXML.
  public static ResourceBundle bundle() {
    return BUNDLE;
  }

  /// Returns the name of a strategy, such as `Adapter`.
  public static String name(Strategy strategy) {
    return of("strategy." + strategy.letter());
  }

  /// Returns a whole number with its thousands apart, such as `12,288`.
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// Returns a count in few characters, such as `13.8k`.
  public static String shortCount(long number) {
    if (number < 1_000) {
      return Long.toString(number);
    }
    if (number < 1_000_000) {
      return String.format(Locale.ROOT, number < 100_000 ? "%.1fk" : "%.0fk", number / 1e3);
    }
    return String.format(Locale.ROOT, "%.1fM", number / 1e6);
  }

  /// Returns an amount of memory, such as `1.3 GB`; a kilobyte has a thousand bytes.
  public static String memory(long bytes) {
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  /// Returns a share as a percentage, such as `0.5 %`.
  ///
  /// @param digits digits after the point
  public static String percent(double share, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f %%", share * 100);
  }
}
