package spindle.ui.plot;

import java.util.List;

/// How a line looks.
///
/// @param ink its colour
/// @param width in pixels, above 0
/// @param dash lengths drawn and left out in turn, in pixels; empty for a solid line
public record Pen(Ink ink, double width, List<Double> dash) {

  /// Copies the lengths.
  ///
  /// @throws IllegalArgumentException if the width is not above 0
  public Pen {
    if (!(width > 0)) {
      throw new IllegalArgumentException("a pen needs a width: " + width);
    }
    dash = List.copyOf(dash);
  }

  /// Returns a solid pen.
  public static Pen solid(Ink ink, double width) {
    return new Pen(ink, width, List.of());
  }
}
