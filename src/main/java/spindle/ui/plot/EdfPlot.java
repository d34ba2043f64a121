package spindle.ui.plot;

import java.util.Arrays;
import java.util.List;
import spindle.ui.plot.Scores.Candidate;
import spindle.ui.plot.Scores.Dot;
import spindle.ui.plot.Scores.Emphasis;
import spindle.ui.plot.TextStyle.Anchor;
import spindle.ui.plot.TextStyle.Weight;

/// Scores as empirical distribution functions: for each score the share of a candidate's designs
/// that do not exceed it. A curve further right is better. (Radosavovic et al., 2020.)
///
/// @param scores what is shown
/// @param title of the vertical axis, such as `Share of designs`
public record EdfPlot(Scores scores, String title) implements Plot {
  private static final double LEGEND = 22;
  private static final double SWATCH = 12;

  @Override
  public void draw(Surface surface, Box area, Palette palette) {
    Box below =
        new Box(area.x(), area.y() + LEGEND, area.width(), Math.max(1, area.height() - LEGEND));
    Axis x = Axis.around(Scale.LINEAR, scores.range().orElse(new Range(0, 1)));
    Frame.Titles titles = new Frame.Titles(scores.title(), title);
    Frame frame = Frame.in(below, x, new Axis(Scale.LINEAR, new Range(0, 1)), titles);
    frame.drawValues(surface, palette, titles);
    frame.drawPositions(surface, palette);
    for (Candidate candidate : scores.candidates()) {
      if (!candidate.dots().isEmpty()) {
        surface.polyline(pen(candidate, palette), steps(candidate.dots(), frame));
      }
    }
    Box legend = new Box(frame.inner().x(), area.y(), frame.inner().width(), LEGEND);
    drawLegend(surface, legend, palette);
  }

  private static Pen pen(Candidate candidate, Palette palette) {
    Ink ink = palette.series(candidate.series());
    return switch (candidate.emphasis()) {
      case LEADING -> Pen.solid(ink, 2.4);
      case PLAIN -> Pen.solid(ink.withOpacity(0.75), 1.4);
      case DROPPED -> new Pen(ink.withOpacity(0.55), 1.2, List.of(4.0, 3.0));
    };
  }

  private static Points steps(List<Dot> dots, Frame frame) {
    double[] sorted = dots.stream().mapToDouble(Dot::score).sorted().toArray();
    Points points = new Points(2 * sorted.length + 2);
    points.add(frame.inner().x(), frame.py(0));
    for (int i = 0; i < sorted.length; i++) {
      points.add(frame.px(sorted[i]), frame.py((double) i / sorted.length));
      points.add(frame.px(sorted[i]), frame.py((i + 1.0) / sorted.length));
    }
    points.add(frame.inner().right(), frame.py(1));
    return points;
  }

  /// Returns the share of some scores that do not exceed one.
  public static double share(double[] scores, double score) {
    return Arrays.stream(scores).filter(s -> s <= score).count() / (double) scores.length;
  }

  /// All names are short where one must be.
  private String name(Candidate candidate, double room) {
    TextStyle style = TextStyle.of(Ink.of(0), Frame.LABEL, Anchor.START).weighing(Weight.SEMI_BOLD);
    boolean fits =
        scores.candidates().stream().allMatch(one -> TextWidth.of(style, one.name()) <= room);
    return fits ? candidate.name() : candidate.brief();
  }

  private void drawLegend(Surface surface, Box room, Palette palette) {
    double gap = 12;
    double each = room.width() / Math.max(1, scores.candidates().size());
    double x = room.x();
    for (Candidate candidate : scores.candidates()) {
      boolean leads = candidate.emphasis() == Emphasis.LEADING;
      TextStyle style =
          TextStyle.of(leads ? palette.text() : palette.muted(), Frame.LABEL, Anchor.START)
              .weighing(leads ? Weight.SEMI_BOLD : Weight.REGULAR);
      double middle = room.y() + room.height() / 2 - 2;
      double space = each - SWATCH - gap - 5;
      String name = TextWidth.fitting(style, name(candidate, space), space);
      surface.line(
          Pen.solid(palette.series(candidate.series()), 3),
          new Point(x, middle),
          new Point(x + SWATCH, middle));
      surface.text(style, new Point(x + SWATCH + 5, middle), name);
      x += SWATCH + 5 + TextWidth.of(style, name) + gap;
    }
  }
}
