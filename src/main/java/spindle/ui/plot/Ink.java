package spindle.ui.plot;

import java.util.Locale;

/// A colour.
///
/// @param red in `[0, 255]`
/// @param green in `[0, 255]`
/// @param blue in `[0, 255]`
/// @param opacity from 0, invisible, to 1
public record Ink(int red, int green, int blue, double opacity) {

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException if a channel is out of range
  public Ink {
    if (((red | green | blue) & ~0xff) != 0 || !(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException(
          "no colour: " + red + ", " + green + ", " + blue + ", " + opacity);
    }
  }

  /// Returns the opaque colour `0xRRGGBB`.
  public static Ink of(int rgb) {
    return new Ink(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 1);
  }

  /// Returns this colour at another opacity.
  public Ink withOpacity(double other) {
    return new Ink(red, green, blue, other);
  }

  /// Returns the opaque colour that lies a share of the way to another.
  ///
  /// @param share from 0, this colour, to 1, the other
  public Ink towards(Ink other, double share) {
    return new Ink(
        between(red, other.red, share),
        between(green, other.green, share),
        between(blue, other.blue, share),
        1);
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  /// Returns the colour without its opacity, such as `#3b7ddd`.
  public String hex() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }

  /// Returns the relative luminance of the opaque colour, in `[0, 1]` (WCAG 2.2).
  public double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
