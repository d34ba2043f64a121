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
  private static final double GAP = 7;
  private static final double TOP = 30;
  private static final double BOTTOM = 14;
  private static final double REACH = 18;

  /// Height of the plate under a label.
  private static final double PLATE = 14;

  /// Least distance of labels beside which no line passes, and of others.
  private static final double CLOSE = 13;

  private static final double APART = 24;

  /// Distance of the two lines of titles, where one line has no room for all.
  private static final double LINE = 15;

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
    List<Axis> axes = IntStream.range(0, data.dimensions().size()).mapToObj(data::axis).toList();
    double left = Math.min(side(axes, 0), area.width() * 0.25);
    double right = Math.min(side(axes, axes.size() - 1), area.width() * 0.2);
    double width = Math.max(1, area.width() - left - right);
    double top = TOP + (isCrowded(width / (axes.size() - 1)) ? LINE : 0);
    Box inner =
        new Box(area.x() + left, area.y() + top, width, Math.max(1, area.height() - top - BOTTOM));
    return new Layout(inner, axes);
  }

  /// Whether titles beside each other would touch; each second one is then written higher.
  private boolean isCrowded(double between) {
    TextStyle style =
        TextStyle.of(Ink.of(0), Frame.LABEL, Anchor.MIDDLE).weighing(Weight.SEMI_BOLD);
    return IntStream.range(1, data.dimensions().size())
        .anyMatch(i -> (titleWidth(style, i - 1) + titleWidth(style, i)) / 2 + GAP > between);
  }

  private double titleWidth(TextStyle style, int dimension) {
    return TextWidth.of(style, data.dimensions().get(dimension).name());
  }

  /// Room beside an outer axis for its labels and half of its title.
  private double side(List<Axis> axes, int index) {
    TextStyle style = TextStyle.of(Ink.of(0), Frame.LABEL, Anchor.START);
    double widest =
        ticks(axes, index).stream()
            .mapToDouble(t -> TextWidth.of(style, t.label()))
            .max()
            .orElse(0);
    String title = data.dimensions().get(index).name();
    return Math.max(
        widest + 2 * GAP, TextWidth.of(style.weighing(Weight.SEMI_BOLD), title) / 2 + 2);
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
    boolean crowded = isCrowded(between(layout));
    double room = between(layout) * (crowded ? 2 : 1) - GAP;
    String name = TextWidth.fitting(title, data.dimensions().get(index).name(), room);
    double rise = crowded && index % 2 == 1 ? LINE : 0;
    surface.text(title, new Point(x, inner.y() - 16 - rise), name);
    List<Tick> ticks = ticks(layout.axes(), index);
    int step = step(layout, index, ticks);
    for (int i = 0; i < ticks.size(); i++) {
      double y = layout.py(index, ticks.get(i).at());
      surface.line(Pen.solid(palette.muted(), 1), new Point(x - 3, y), new Point(x + 3, y));
      if (i % step == 0) {
        drawLabel(surface, layout, palette, new Label(index, y, ticks.get(i).label()));
      }
    }
  }

  /// A label of an axis at a height.
  private record Label(int dimension, double y, String text) {}

  /// The plate hides the lines under it, which would make the label unreadable.
  private static void drawLabel(Surface surface, Layout layout, Palette palette, Label label) {
    boolean last = label.dimension() == layout.axes().size() - 1;
    TextStyle style = TextStyle.of(palette.muted(), Frame.LABEL, last ? Anchor.START : Anchor.END);
    double room = label.dimension() == 0 ? layout.inner().x() - GAP - 2 : between(layout) - 2 * GAP;
    double place = layout.px(label.dimension()) + (last ? GAP : -GAP);
    String text = TextWidth.fitting(style, label.text(), room);
    double width = TextWidth.of(style, text) + 4;
    Box plate = new Box(last ? place - 2 : place + 2 - width, label.y() - PLATE / 2, width, PLATE);
    surface.rectangle(Fill.of(palette.background()), plate);
    surface.text(style, new Point(place, label.y()), text);
  }

  private static double between(Layout layout) {
    return layout.inner().width() / (layout.axes().size() - 1);
  }

  /// Where categories lie too close for a label each, only each second, third, ... has one.
  private static int step(Layout layout, int index, List<Tick> ticks) {
    if (ticks.size() < 2) {
      return 1;
    }
    double apart =
        Math.abs(layout.py(index, ticks.get(1).at()) - layout.py(index, ticks.get(0).at()));
    boolean outer = index == 0 || index == layout.axes().size() - 1;
    return Math.max(1, (int) Math.ceil((outer ? CLOSE : APART) / Math.max(apart, 0.1)));
  }

  private List<Tick> ticks(List<Axis> axes, int index) {
    List<String> categories = data.dimensions().get(index).categories();
    return categories.isEmpty()
        ? axes.get(index).ticks(6)
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
