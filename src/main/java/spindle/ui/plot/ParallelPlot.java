package spindle.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import spindle.ui.plot.Parallel.Brush;
import spindle.ui.plot.Parallel.Row;
import spindle.ui.plot.TextStyle.Anchor;
import spindle.ui.plot.TextStyle.Weight;

/// Parallel coordinates: one vertical axis a dimension, one line a design.
///
/// @param data the designs
/// @param brushes ranges that designs must lie in; the others are drawn faint
public record ParallelPlot(Parallel data, List<Brush> brushes) implements Plot {
  private static final double SIDE = 56;
  private static final double TOP = 30;
  private static final double BOTTOM = 14;
  private static final double REACH = 18;

  /// Copies the brushes.
  public ParallelPlot {
    brushes = List.copyOf(brushes);
  }

  /// The axes at a size.
  ///
  /// @param inner where lines are drawn
  /// @param axes vertical axis of each dimension
  public record Layout(Box inner, List<Axis> axes) {

    /// Returns the x in pixels of a dimension.
    public double px(int dimension) {
      return inner.x() + inner.width() * dimension / (axes.size() - 1);
    }

    /// Returns the y in pixels of a value of a dimension.
    public double py(int dimension, double value) {
      return inner.bottom() - axes.get(dimension).fraction(value) * inner.height();
    }

    /// Returns the value of a dimension that lies at a y.
    public double value(int dimension, double y) {
      return axes.get(dimension).value((inner.bottom() - y) / inner.height());
    }

    /// Returns the dimension whose axis is at a place or a few pixels beside it.
    public OptionalInt dimensionAt(Point place) {
      return IntStream.range(0, axes.size())
          .filter(i -> Math.abs(px(i) - place.x()) <= REACH)
          .findFirst();
    }
  }

  /// Lays the axes out in a rectangle.
  public Layout layout(Box area) {
    Box inner =
        new Box(
            area.x() + SIDE,
            area.y() + TOP,
            Math.max(1, area.width() - 2 * SIDE),
            Math.max(1, area.height() - TOP - BOTTOM));
    return new Layout(
        inner, IntStream.range(0, data.dimensions().size()).mapToObj(data::axis).toList());
  }

  @Override
  public void draw(Surface surface, Box area, Palette palette) {
    draw(surface, layout(area), palette);
  }

  /// Draws what was laid out.
  public void draw(Surface surface, Layout layout, Palette palette) {
    List<Row> chosen = new ArrayList<>();
    Pen faint = Pen.solid(palette.muted().withOpacity(0.12), 1);
    for (Row row : data.rows()) {
      if (Parallel.isChosen(row, brushes)) {
        chosen.add(row);
      } else {
        surface.polyline(faint, line(row, layout));
      }
    }
    Pen pen = Pen.solid(palette.accent().withOpacity(lineOpacity(chosen.size())), 1.2);
    chosen.forEach(row -> surface.polyline(pen, line(row, layout)));
    for (int i = 0; i < layout.axes().size(); i++) {
      drawAxis(surface, layout, palette, i);
    }
    brushes.forEach(brush -> drawBrush(surface, layout, palette, brush));
  }

  /// The more lines, the more transparent each, so that dense places show.
  private static double lineOpacity(int lines) {
    return Math.clamp(12 / Math.sqrt(Math.max(1, lines)), 0.06, 0.8);
  }

  private static Points line(Row row, Layout layout) {
    Points points = new Points(layout.axes().size());
    for (int i = 0; i < layout.axes().size(); i++) {
      points.add(layout.px(i), layout.py(i, row.value(i)));
    }
    return points;
  }

  private void drawAxis(Surface surface, Layout layout, Palette palette, int index) {
    double x = layout.px(index);
    Box inner = layout.inner();
    surface.line(
        Pen.solid(palette.muted(), 1.2), new Point(x, inner.y()), new Point(x, inner.bottom()));
    TextStyle title =
        TextStyle.of(palette.text(), Frame.LABEL, Anchor.MIDDLE).weighing(Weight.SEMI_BOLD);
    surface.text(title, new Point(x, inner.y() - 16), data.dimensions().get(index).name());
    boolean last = index == layout.axes().size() - 1;
    TextStyle label =
        TextStyle.of(palette.muted(), Frame.LABEL, last ? Anchor.START : Anchor.END);
    for (Tick tick : ticks(layout, index)) {
      double y = layout.py(index, tick.at());
      surface.line(Pen.solid(palette.muted(), 1), new Point(x - 3, y), new Point(x + 3, y));
      String text = TextWidth.fitting(label, tick.label(), index == 0 ? SIDE - 8 : SIDE * 2);
      surface.text(label, new Point(last ? x + 7 : x - 7, y), text);
    }
  }

  private List<Tick> ticks(Layout layout, int index) {
    List<String> categories = data.dimensions().get(index).categories();
    return categories.isEmpty()
        ? layout.axes().get(index).ticks(6)
        : IntStream.range(0, categories.size())
            .mapToObj(i -> new Tick(i, categories.get(i)))
            .toList();
  }

  private static void drawBrush(Surface surface, Layout layout, Palette palette, Brush brush) {
    double x = layout.px(brush.dimension());
    double top = layout.py(brush.dimension(), brush.range().high());
    double bottom = layout.py(brush.dimension(), brush.range().low());
    surface.rectangle(
        Fill.of(palette.accent().withOpacity(0.2), Pen.solid(palette.accent(), 1.2)),
        new Box(x - 7, top, 14, Math.max(2, bottom - top)));
  }
}
