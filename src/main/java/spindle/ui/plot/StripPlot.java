package spindle.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spindle.ui.plot.Scores.Candidate;
import spindle.ui.plot.Scores.Dot;
import spindle.ui.plot.Scores.Emphasis;
import spindle.ui.plot.TextStyle.Anchor;
import spindle.ui.plot.TextStyle.Weight;

/// Scores as one column a candidate: a dot for each design, a box of their quartiles, and their
/// mean with its interval.
///
/// @param scores what is shown
public record StripPlot(Scores scores) implements Plot {
  private static final double MOST_RADIUS = 3;
  private static final double LEAST_RADIUS = 1.5;
  private static final double REACH = 4;

  /// Where a design's dot lies.
  ///
  /// @param trial names the design's training
  /// @param score of the design
  /// @param centre of its dot
  /// @param candidate index of its candidate
  public record Mark(String trial, double score, Point centre, int candidate) {}

  /// What is where: computed once for a size, for drawing and for finding the dot under the mouse.
  ///
  /// @param frame axes; the horizontal one counts candidates, each around its index
  /// @param marks all dots
  /// @param radius of a dot
  /// @param columns width of a column in pixels
  public record Layout(Frame frame, List<Mark> marks, double radius, double columns) {

    /// Returns the dot at a place or a few pixels from it, the nearest if there are several.
    public Optional<Mark> at(Point place) {
      return marks.stream()
          .filter(mark -> mark.centre().distance(place) <= radius + REACH)
          .min((a, b) -> Double.compare(a.centre().distance(place), b.centre().distance(place)));
    }
  }

  /// Lays the dots out in a rectangle.
  public Layout layout(Box area) {
    int count = Math.max(1, scores.candidates().size());
    Axis x = new Axis(Scale.LINEAR, new Range(-0.5, count - 0.5));
    Axis y = Axis.around(Scale.LINEAR, scores.range().orElse(new Range(0, 1)));
    Frame frame = Frame.in(area, x, y, titles());
    double column = frame.inner().width() / count;
    double radius = Math.clamp(column / 26, LEAST_RADIUS, MOST_RADIUS);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < scores.candidates().size(); i++) {
      addMarks(marks, i, frame, radius);
    }
    return new Layout(frame, List.copyOf(marks), radius, column);
  }

  private Frame.Titles titles() {
    return new Frame.Titles("", scores.title());
  }

  private void addMarks(List<Mark> marks, int index, Frame frame, double radius) {
    List<Dot> dots = scores.candidates().get(index).dots();
    double[] ys = dots.stream().mapToDouble(dot -> frame.py(dot.score())).toArray();
    double column = frame.inner().width() / Math.max(1, scores.candidates().size());
    double[] shifts = Swarm.shifts(ys, radius, column * 0.27);
    for (int i = 0; i < ys.length; i++) {
      Point centre = new Point(stripX(frame, index, column) + shifts[i], ys[i]);
      marks.add(new Mark(dots.get(i).trial(), dots.get(i).score(), centre, index));
    }
  }

  private static double stripX(Frame frame, int index, double column) {
    return frame.px(index) - column * 0.1;
  }

  @Override
  public void draw(Surface surface, Box area, Palette palette) {
    draw(surface, layout(area), palette);
  }

  /// Draws what was laid out.
  public void draw(Surface surface, Layout layout, Palette palette) {
    layout.frame().drawValues(surface, palette, titles());
    double bottom = layout.frame().inner().bottom();
    surface.line(
        Pen.solid(palette.muted().withOpacity(0.7), 1),
        new Point(layout.frame().inner().x(), bottom),
        new Point(layout.frame().inner().right(), bottom));
    for (Mark mark : layout.marks()) {
      Candidate candidate = scores.candidates().get(mark.candidate());
      surface.circle(
          Fill.of(ink(candidate, palette).withOpacity(opacity(candidate))),
          mark.centre(),
          layout.radius());
    }
    for (int i = 0; i < scores.candidates().size(); i++) {
      drawSummary(surface, layout, palette, i);
      drawName(surface, layout, palette, i);
    }
  }

  private static Ink ink(Candidate candidate, Palette palette) {
    return palette.series(candidate.series());
  }

  private static double opacity(Candidate candidate) {
    return candidate.emphasis() == Emphasis.DROPPED ? 0.3 : 0.75;
  }

  private void drawSummary(Surface surface, Layout layout, Palette palette, int index) {
    Candidate candidate = scores.candidates().get(index);
    Frame frame = layout.frame();
    double[] values = candidate.dots().stream().mapToDouble(Dot::score).toArray();
    double centre = frame.px(index) + layout.columns() * 0.29;
    double half = Math.clamp(layout.columns() * 0.05, 2, 7);
    if (values.length >= 4) {
      drawBox(surface, frame, ink(candidate, palette), Quartiles.of(values), centre, half);
    }
    double right = frame.px(index) + layout.columns() * 0.4;
    candidate.interval().ifPresent(mean -> drawMean(surface, frame, palette, mean, right));
    candidate
        .reported()
        .ifPresent(value ->
            surface.line(
                new Pen(palette.muted(), 1.5, List.of(3.0, 3.0)),
                new Point(frame.px(index) - layout.columns() * 0.42, frame.py(value)),
                new Point(frame.px(index) + layout.columns() * 0.42, frame.py(value))));
  }

  private static void drawBox(
      Surface surface, Frame frame, Ink ink, Quartiles five, double centre, double half) {
    Pen pen = Pen.solid(ink, 1.3);
    surface.line(
        pen, new Point(centre, frame.py(five.low())), new Point(centre, frame.py(five.first())));
    surface.line(
        pen, new Point(centre, frame.py(five.third())), new Point(centre, frame.py(five.high())));
    Point corner = new Point(centre - half, frame.py(five.third()));
    Point opposite = new Point(centre + half, frame.py(five.first()));
    surface.rectangle(Fill.of(ink.withOpacity(0.18), pen), Box.between(corner, opposite));
    double median = frame.py(five.median());
    surface.line(
        Pen.solid(ink, 2.2), new Point(centre - half, median), new Point(centre + half, median));
  }

  private static void drawMean(
      Surface surface, Frame frame, Palette palette, Scores.Interval mean, double x) {
    Pen pen = Pen.solid(palette.text(), 1.6);
    surface.line(pen, new Point(x, frame.py(mean.low())), new Point(x, frame.py(mean.high())));
    for (double end : mean.ends()) {
      surface.line(pen, new Point(x - 3, frame.py(end)), new Point(x + 3, frame.py(end)));
    }
    surface.circle(Fill.of(palette.background(), pen), new Point(x, frame.py(mean.mean())), 3);
  }

  private void drawName(Surface surface, Layout layout, Palette palette, int index) {
    Candidate candidate = scores.candidates().get(index);
    boolean leads = candidate.emphasis() == Emphasis.LEADING;
    TextStyle style =
        TextStyle.of(leads ? palette.text() : palette.muted(), Frame.LABEL, Anchor.MIDDLE)
            .weighing(leads ? Weight.SEMI_BOLD : Weight.REGULAR);
    Box inner = layout.frame().inner();
    surface.text(
        style,
        new Point(layout.frame().px(index), inner.bottom() + 14),
        TextWidth.fitting(style, name(candidate, layout), layout.columns() - 4));
  }

  /// All names are short where one must be.
  private String name(Candidate candidate, Layout layout) {
    TextStyle style =
        TextStyle.of(Ink.of(0), Frame.LABEL, Anchor.MIDDLE).weighing(Weight.SEMI_BOLD);
    boolean room =
        scores.candidates().stream()
            .allMatch(one -> TextWidth.of(style, one.name()) <= layout.columns() - 4);
    return room ? candidate.name() : candidate.brief();
  }

  /// Draws a ring around a dot, on top of the rest.
  public void drawRing(Surface surface, Layout layout, Palette palette, Mark mark) {
    surface.circle(
        Fill.outline(Pen.solid(palette.text(), 1.8)), mark.centre(), layout.radius() + 2);
  }
}
