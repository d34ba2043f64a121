package spindle.ui.plot;

import java.util.List;
import spindle.ui.plot.Scores.Candidate;
import spindle.ui.plot.Scores.Emphasis;
import spindle.ui.plot.Scores.Interval;
import spindle.ui.plot.TextStyle.Anchor;
import spindle.ui.plot.TextStyle.Weight;

/// Means with their intervals, one line a candidate, named at the left: what a verdict rests on.
///
/// @param scores what is shown; those without an interval have an empty line
public record MeanPlot(Scores scores) implements Plot {
  private static final double NAMES = 150;
  private static final double RADIUS = 4.5;

  @Override
  public void draw(Surface surface, Box area, Palette palette) {
    int count = Math.max(1, scores.candidates().size());
    double names = Math.min(NAMES, area.width() * 0.3);
    Axis x = Axis.around(Scale.LINEAR, range());
    Axis y = new Axis(Scale.LINEAR, new Range(-0.5, count - 0.5));
    Box room =
        new Box(area.x() + names, area.y(), Math.max(1, area.width() - names), area.height());
    Frame frame = Frame.in(room, x, y, new Frame.Titles(scores.title(), ""));
    frame.drawPositions(surface, palette);
    for (Tick tick : x.ticks(6)) {
      surface.line(
          Pen.solid(palette.grid(), 1),
          new Point(frame.px(tick.at()), frame.inner().y()),
          new Point(frame.px(tick.at()), frame.inner().bottom()));
    }
    TextStyle title = TextStyle.of(palette.muted(), Frame.LABEL, Anchor.MIDDLE);
    surface.text(
        title, new Point(frame.inner().centre().x(), area.bottom() - Frame.LABEL), scores.title());
    for (int i = 0; i < scores.candidates().size(); i++) {
      drawLine(surface, frame, palette, i);
    }
  }

  private Range range() {
    return scores.candidates().stream()
        .flatMap(c ->
            java.util.stream.Stream.concat(
                c.interval().stream().map(i -> new Range(i.low(), i.high())),
                c.reported().stream().map(value -> new Range(value, value))))
        .reduce((a, b) -> a.with(b.low()).with(b.high()))
        .orElse(new Range(0, 100));
  }

  private void drawLine(Surface surface, Frame frame, Palette palette, int index) {
    Candidate candidate = scores.candidates().get(index);
    double y = frame.py(scores.candidates().size() - 1.0 - index);
    boolean leads = candidate.emphasis() == Emphasis.LEADING;
    TextStyle style =
        TextStyle.of(leads ? palette.text() : palette.muted(), Frame.LABEL, Anchor.END)
            .weighing(leads ? Weight.SEMI_BOLD : Weight.REGULAR);
    String name = TextWidth.fitting(style, candidate.name(), NAMES - 10);
    surface.text(style, new Point(frame.inner().x() - 10, y), name);
    double opacity = candidate.emphasis() == Emphasis.DROPPED ? 0.45 : 1;
    Ink ink = palette.series(candidate.series()).withOpacity(opacity);
    candidate.interval().ifPresent(mean -> drawMean(surface, frame, Pen.solid(ink, 2), y, mean));
    candidate
        .reported()
        .ifPresent(value ->
            surface.line(
                new Pen(palette.muted(), 1.5, List.of(3.0, 3.0)),
                new Point(frame.px(value), y - 9),
                new Point(frame.px(value), y + 9)));
  }

  private static void drawMean(Surface surface, Frame frame, Pen pen, double y, Interval mean) {
    surface.line(pen, new Point(frame.px(mean.low()), y), new Point(frame.px(mean.high()), y));
    for (double end : mean.ends()) {
      surface.line(pen, new Point(frame.px(end), y - 4), new Point(frame.px(end), y + 4));
    }
    surface.circle(Fill.of(pen.ink()), new Point(frame.px(mean.mean()), y), RADIUS);
  }
}
