package spindle.ui.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import spindle.ui.plot.Parallel.Brush;
import spindle.ui.plot.TextStyle.Anchor;
import spindle.ui.plot.TextStyle.Weight;

/// Parallel coordinates: one vertical axis a dimension, one line a design.
///
/// @param data the designs
/// @param brushes ranges that designs must lie in; the others are drawn faint
public record ParallelPlot(Parallel data, List<Brush> brushes) implements Plot {
  private static final double SIDE = 84;
  private static final double TOP = 30;
  private static final double BOTTOM = 14;
  private static final double REACH = 18;

  /// Share of a category's band that its designs fill.
  private static final double SPREAD = 0.55;

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

  /// Draws what was laid out: designs outside a brush first, then the others from the lowest value
  /// of the last dimension to the highest, which is also the strongest in colour.
  public void draw(Surface surface, Layout layout, Palette palette) {
    double[] ranks = data.ranks();
    double[] order = ranks.clone();
    Arrays.sort(order);
    Pen faint = Pen.solid(palette.muted().withOpacity(0.12), 1);
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < ranks.length; i++) {
      if (Parallel.isChosen(data.rows().get(i), brushes)) {
        chosen.add(i);
      } else {
        surface.polyline(faint, line(i, layout, order, ranks));
      }
    }
    chosen.sort(Comparator.comparingDouble(row -> ranks[row]));
    double opacity = Math.clamp(14 / Math.sqrt(Math.max(1, chosen.size())), 0.15, 0.9);
    for (int row : chosen) {
      Ink ink = palette.muted().towards(palette.accent(), ranks[row]).withOpacity(opacity);
      surface.polyline(Pen.solid(ink, 1.1), line(row, layout, order, ranks));
    }
    for (int i = 0; i < layout.axes().size(); i++) {
      drawAxis(surface, layout, palette, i);
    }
    brushes.forEach(brush -> drawBrush(surface, layout, palette, brush));
  }

  /// Designs of one category would all meet in one place; they are spread around it by their rank.
  private Points line(int row, Layout layout, double[] order, double[] ranks) {
    double place = Arrays.binarySearch(order, ranks[row]);
    double spread = order.length < 2 ? 0 : (place / (order.length - 1) - 0.5) * SPREAD;
    Points points = new Points(layout.axes().size());
    for (int i = 0; i < layout.axes().size(); i++) {
      boolean category = !data.dimensions().get(i).categories().isEmpty();
      double value = data.rows().get(row).value(i) + (category ? spread : 0);
      points.add(layout.px(i), layout.py(i, value));
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
    TextStyle label = TextStyle.of(palette.muted(), Frame.LABEL, last ? Anchor.START : Anchor.END);
    for (Tick tick : ticks(layout, index)) {
      double y = layout.py(index, tick.at());
      surface.line(Pen.solid(palette.muted(), 1), new Point(x - 3, y), new Point(x + 3, y));
      String text = TextWidth.fitting(label, tick.label(), SIDE - 10);
      double start = last ? x + 7 : x - 7 - TextWidth.of(label, text);
      Box plate = new Box(start - 2, y - 8, TextWidth.of(label, text) + 4, 16);
      // the lines under it would make the label unreadable
      surface.rectangle(Fill.of(palette.background().withOpacity(0.8)), plate);
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
