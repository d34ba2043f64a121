package spindle.ui.plot;

/// Something that plots are drawn on: a canvas, an SVG text, a PDF page.
///
/// All lengths are pixels, y runs downwards. Later shapes lie over earlier ones.
public interface Surface {

  /// Draws a straight line.
  void line(Pen pen, Point from, Point to);

  /// Draws a line through places, with a gap where one is not finite.
  void polyline(Pen pen, Points points);

  /// Draws a rectangle.
  void rectangle(Fill fill, Box box);

  /// Draws a circle.
  void circle(Fill fill, Point centre, double radius);

  /// Writes one line of text.
  void text(TextStyle style, Point at, String text);

  /// Draws what the action draws, cut at the edge of a rectangle.
  void clip(Box box, Runnable inside);
}
