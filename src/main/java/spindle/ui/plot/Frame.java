package spindle.ui.plot;

import java.util.List;
import spindle.ui.plot.TextStyle.Anchor;

/// The inner rectangle of a plot and its two axes: maps values to places and draws what surrounds
/// them.
///
/// @param inner where values are drawn
/// @param x horizontal axis
/// @param y vertical axis, low values at the bottom
public record Frame(Box inner, Axis x, Axis y) {
  /// Size of tick labels in pixels.
  static final double LABEL = 11;

  private static final double TICK_GAP = 8;
  private static final double TITLE_GAP = 18;
  private static final double PIXELS_A_TICK_X = 80;
  private static final double PIXELS_A_TICK_Y = 44;

  /// Names of the axes.
  ///
  /// @param x below the horizontal axis; empty for none
  /// @param y beside the vertical axis; empty for none
  public record Titles(String x, String y) {}

  /// Lays a frame into a rectangle, leaving room for labels and titles.
  public static Frame in(Box area, Axis x, Axis y, Titles titles) {
    double left = labelWidth(y, yTicks(area.height())) + TICK_GAP + 4;
    double below = LABEL + TICK_GAP + 4;
    left += titles.y().isEmpty() ? 0 : TITLE_GAP;
    below += titles.x().isEmpty() ? 0 : TITLE_GAP;
    double top = LABEL / 2 + 4;
    double right = 14;
    return new Frame(
        new Box(
            area.x() + left,
            area.y() + top,
            Math.max(1, area.width() - left - right),
            Math.max(1, area.height() - top - below)),
        x,
        y);
  }

  private static double labelWidth(Axis axis, int wanted) {
    TextStyle style = TextStyle.of(Ink.of(0), LABEL, Anchor.END);
    return axis.ticks(wanted).stream()
        .mapToDouble(tick -> TextWidth.of(style, tick.label()))
        .max()
        .orElse(0);
  }

  private static int yTicks(double height) {
    return (int) Math.clamp(height / PIXELS_A_TICK_Y, 2, 10);
  }

  /// Returns the x in pixels of a value.
  public double px(double value) {
    return inner.x() + x.fraction(value) * inner.width();
  }

  /// Returns the y in pixels of a value.
  public double py(double value) {
    return inner.bottom() - y.fraction(value) * inner.height();
  }

  /// Returns the place of a pair of values.
  public Point at(double valueX, double valueY) {
    return new Point(px(valueX), py(valueY));
  }

  /// Draws the horizontal grid with its labels and the titles.
  void drawValues(Surface surface, Palette palette, Titles titles) {
    TextStyle label = TextStyle.of(palette.muted(), LABEL, Anchor.END);
    Pen grid = Pen.solid(palette.grid(), 1);
    for (Tick tick : y.ticks(yTicks(inner.height()))) {
      double at = py(tick.at());
      surface.line(grid, new Point(inner.x(), at), new Point(inner.right(), at));
      surface.text(label, new Point(inner.x() - TICK_GAP, at), tick.label());
    }
    TextStyle title = TextStyle.of(palette.muted(), LABEL, Anchor.MIDDLE);
    if (!titles.y().isEmpty()) {
      double left = inner.x() - labelWidth(y, yTicks(inner.height())) - TICK_GAP - TITLE_GAP + 4;
      surface.text(title.upwards(), new Point(left, inner.centre().y()), titles.y());
    }
    if (!titles.x().isEmpty()) {
      double below = inner.bottom() + TICK_GAP + LABEL / 2 + TITLE_GAP;
      surface.text(title, new Point(inner.centre().x(), below), titles.x());
    }
  }

  /// Draws the horizontal axis with its labels.
  void drawPositions(Surface surface, Palette palette) {
    TextStyle label = TextStyle.of(palette.muted(), LABEL, Anchor.MIDDLE);
    Pen axis = Pen.solid(palette.muted().withOpacity(0.7), 1);
    double bottom = inner.bottom();
    surface.line(axis, new Point(inner.x(), bottom), new Point(inner.right(), bottom));
    List<Tick> ticks = x.ticks((int) Math.clamp(inner.width() / PIXELS_A_TICK_X, 2, 12));
    for (Tick tick : ticks) {
      double at = px(tick.at());
      surface.line(axis, new Point(at, bottom), new Point(at, bottom + 4));
      surface.text(label, new Point(at, bottom + TICK_GAP + LABEL / 2), tick.label());
    }
  }
}
