package spindle.ui.stack;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spindle.design.Design;
import spindle.design.LayerGrouping;
import spindle.design.Strategy;
import spindle.ui.plot.Box;
import spindle.ui.plot.Fill;
import spindle.ui.plot.Ink;
import spindle.ui.plot.Palette;
import spindle.ui.plot.Pen;
import spindle.ui.plot.Plot;
import spindle.ui.plot.Point;
import spindle.ui.plot.Surface;
import spindle.ui.plot.TextStyle;
import spindle.ui.plot.TextStyle.Anchor;
import spindle.ui.plot.TextStyle.Weight;

/// A small drawing of a layer stack: groups are colours, the height of a bar is the share of its
/// layer, hatching is frozen, letters are strategies. For cards, tooltips and files.
///
/// @param layers bars in forward order
/// @param sizes number of layers in each group
/// @param letters strategies of each group, such as `AL`; empty where they are open or frozen
/// @param border first layer of the decoder, which a dashed line is drawn before
public record StackPlot(
    List<Bar> layers, List<Integer> sizes, List<String> letters, Optional<Integer> border)
    implements Plot {
  private static final double CHIP = 11;
  private static final double CHIP_GAP = 1.5;
  private static final double SMALLEST = 30;
  private static final double HATCH = 6;
  private static final Ink WHITE = Ink.of(0xffffff);

  /// One layer.
  ///
  /// @param height share of the drawing's height, in `[0, 1]`
  /// @param frozen whether it is hatched instead
  public record Bar(double height, boolean frozen) {}

  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if there are not as many bars as the groups have layers
  public StackPlot {
    layers = List.copyOf(layers);
    sizes = List.copyOf(sizes);
    letters = List.copyOf(letters);
    int expected = sizes.stream().mapToInt(Integer::intValue).sum();
    if (layers.size() != expected || letters.size() != sizes.size()) {
      throw new IllegalArgumentException(
          "%d bars and %d words for the groups %s".formatted(layers.size(), letters.size(), sizes));
    }
  }

  /// Makes a drawing without a border.
  ///
  /// @throws IllegalArgumentException if there are not as many bars as the groups have layers
  public StackPlot(List<Bar> layers, List<Integer> sizes, List<String> letters) {
    this(layers, sizes, letters, Optional.empty());
  }

  /// Returns the drawing of a design.
  public static StackPlot of(Design design) {
    return of(Draft.of(design));
  }

  /// Returns the drawing of a draft.
  public static StackPlot of(Draft draft) {
    double most =
        draft.allocation().weights().stream().mapToDouble(weight -> weight).max().orElse(1);
    List<Bar> bars =
        IntStream.range(0, draft.grouping().layers())
            .mapToObj(layer ->
                new Bar(
                    draft.allocation().weights().get(layer) / most,
                    !draft.tuned().contains(draft.grouping().groupOf(layer))))
            .toList();
    List<String> letters =
        IntStream.range(0, draft.grouping().groups())
            .mapToObj(g -> draft.tuned().contains(g) ? letters(draft.strategies().get(g)) : "")
            .toList();
    return new StackPlot(bars, draft.grouping().sizes(), letters, Optional.empty());
  }

  /// Returns the drawing of a grouping alone: all bars alike, no strategies.
  public static StackPlot of(LayerGrouping grouping) {
    return new StackPlot(
        IntStream.range(0, grouping.layers()).mapToObj(_ -> new Bar(0.75, false)).toList(),
        grouping.sizes(),
        grouping.sizes().stream().map(_ -> "").toList(),
        Optional.empty());
  }

  /// Returns the same drawing with the border between encoder and decoder.
  ///
  /// @param first layer of the decoder; empty for an encoder alone
  public StackPlot withBorder(Optional<Integer> first) {
    return new StackPlot(layers, sizes, letters, first);
  }

  private static String letters(Set<Strategy> strategies) {
    return strategies.stream().map(s -> String.valueOf(s.letter())).collect(Collectors.joining());
  }

  @Override
  public void draw(Surface surface, Box area, Palette palette) {
    StackGeometry places = new StackGeometry(sizes, area.width());
    double chips = area.height() > SMALLEST ? chipRoom(places) : 0;
    for (int layer = 0; layer < layers.size(); layer++) {
      double x = area.x() + places.columnX(layer);
      Box room = new Box(x, area.y(), places.column(), area.height() - chips);
      drawBar(surface, room, palette, layer);
    }
    drawBorder(
        surface, new Box(area.x(), area.y(), area.width(), area.height() - chips), places, palette);
    if (chips > 0) {
      for (int group = 0; group < sizes.size(); group++) {
        drawChips(surface, area, places, group);
      }
    }
  }

  private void drawBorder(Surface surface, Box bars, StackGeometry places, Palette palette) {
    border
        .filter(first -> first > 0 && first < layers.size())
        .ifPresent(first -> {
          double left = places.columnX(first - 1) + places.column();
          double x = bars.x() + (left + places.columnX(first)) / 2;
          Pen pen = new Pen(palette.text(), 1.2, List.of(3.0, 2.0));
          surface.line(pen, new Point(x, bars.y()), new Point(x, bars.bottom()));
        });
  }

  /// Returns the number of chips that lie side by side under a group.
  private static int chipsARow(StackGeometry places, int group) {
    return (int) Math.max(1, (places.groupWidth(group) + 2 * CHIP_GAP + 6) / (CHIP + CHIP_GAP));
  }

  private double chipRoom(StackGeometry places) {
    int rows = 0;
    for (int group = 0; group < sizes.size(); group++) {
      rows = Math.max(rows, Math.ceilDiv(letters.get(group).length(), chipsARow(places, group)));
    }
    return rows == 0 ? 0 : rows * (CHIP + CHIP_GAP) + 3;
  }

  private void drawChips(Surface surface, Box area, StackGeometry places, int group) {
    String word = letters.get(group);
    int columns = chipsARow(places, group);
    double top = area.bottom() - chipRoom(places) + 3 + CHIP / 2;
    double centre = area.x() + places.groupX(group) + places.groupWidth(group) / 2;
    for (int i = 0; i < word.length(); i++) {
      int inRow = Math.min(columns, word.length() - i / columns * columns);
      double width = (inRow - 1) * (CHIP + CHIP_GAP);
      double left = Math.max(area.x() + CHIP / 2, centre - width / 2);
      left = Math.min(left, area.right() - CHIP / 2 - width); // not cut at the edge
      Point at =
          new Point(
              left + i % columns * (CHIP + CHIP_GAP),
              top + Math.floorDiv(i, columns) * (CHIP + CHIP_GAP));
      surface.circle(Fill.of(StrategyLook.ink(word.charAt(i))), at, CHIP / 2);
      TextStyle style = TextStyle.of(WHITE, 7.5, Anchor.MIDDLE).weighing(Weight.SEMI_BOLD);
      surface.text(style, at, word.substring(i, i + 1));
    }
  }

  private void drawBar(Surface surface, Box room, Palette palette, int layer) {
    Bar bar = layers.get(layer);
    if (bar.frozen()) {
      surface.rectangle(Fill.of(palette.grid().withOpacity(0.35)), room);
      surface.clip(room, () -> hatch(surface, room, Pen.solid(palette.grid(), 1.4)));
      return;
    }
    Ink ink = GroupInks.of(groupOf(layer));
    surface.rectangle(Fill.of(ink.withOpacity(0.14)), room);
    double high = Math.max(2, room.height() * bar.height());
    surface.rectangle(Fill.of(ink), new Box(room.x(), room.bottom() - high, room.width(), high));
  }

  private static void hatch(Surface surface, Box room, Pen pen) {
    for (double x = room.x() - room.height(); x < room.right(); x += HATCH) {
      surface.line(pen, new Point(x, room.bottom()), new Point(x + room.height(), room.y()));
    }
  }

  private int groupOf(int layer) {
    return new LayerGrouping(sizes).groupOf(layer);
  }
}
