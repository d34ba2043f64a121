package spindle.ui.plot;

import java.util.List;
import java.util.Optional;

/// Training curves: finished trainings thin and grey, running ones coloured over them with their
/// measured values faint behind the smoothed line.
///
/// @param finished curves that do not change any more
/// @param live curves that may still grow
/// @param view how they are shown
/// @param titles of the axes
public record CurvePlot(List<Curve> finished, List<Curve> live, View view, Frame.Titles titles)
    implements Plot {
  private static final double RAW_OPACITY = 0.28;
  private static final double DOT = 3.5;

  /// What a user chooses about curves.
  ///
  /// @param unit of the horizontal axis
  /// @param scale of the vertical axis, linear or log
  /// @param smoothing weight of the past, in `[0, 1)`
  /// @param x part of the horizontal axis that is zoomed into, if any
  /// @param y part of the vertical axis that is zoomed into, if any
  public record View(
      Curve.Unit unit, Scale scale, double smoothing, Optional<Range> x, Optional<Range> y) {
    /// Steps, linear, a little smoothed, all of it.
    public static final View DEFAULT =
        new View(Curve.Unit.STEP, Scale.LINEAR, 0.6, Optional.empty(), Optional.empty());

    /// Checks the smoothing.
    ///
    /// @throws IllegalArgumentException if it is not in `[0, 1)`
    public View {
      if (!(smoothing >= 0 && smoothing < 1)) {
        throw new IllegalArgumentException("smoothing must be in [0, 1): " + smoothing);
      }
    }

    /// Returns this view with another part zoomed into.
    public View zoomedTo(Optional<Range> newX, Optional<Range> newY) {
      return new View(unit, scale, smoothing, newX, newY);
    }
  }

  /// Copies the lists.
  public CurvePlot {
    finished = List.copyOf(finished);
    live = List.copyOf(live);
  }

  /// Returns the frame for a rectangle: all curves, or the part that is zoomed into.
  public Frame frame(Box area) {
    Optional<Range> xs = Optional.empty();
    Optional<Range> ys = Optional.empty();
    for (List<Curve> curves : List.of(finished, live)) {
      for (Curve curve : curves) {
        int last = curve.samples().size() - 1;
        if (last >= 0) {
          xs = joined(xs, reach(curve, last));
          ys = joined(ys, curve.samples().smoothedRange(view.smoothing(), view.scale()));
        }
      }
    }
    Scale scaleX = view.unit() == Curve.Unit.TIME ? Scale.DURATION : Scale.LINEAR;
    Range shownX = xs.orElse(new Range(0, 1));
    Range shownY = ys.orElse(view.scale() == Scale.LOG ? new Range(0.1, 1) : new Range(0, 1));
    Axis x = view.x().map(r -> Axis.exactly(scaleX, r)).orElse(Axis.from(scaleX, shownX));
    Axis y =
        view.y().map(r -> Axis.exactly(view.scale(), r)).orElse(Axis.around(view.scale(), shownY));
    return Frame.in(area, x, y, titles);
  }

  private Optional<Range> reach(Curve curve, int last) {
    return Optional.of(new Range(curve.x(0, view.unit()), curve.x(last, view.unit())));
  }

  private static Optional<Range> joined(Optional<Range> a, Optional<Range> b) {
    return a.isPresent() && b.isPresent()
        ? Optional.of(a.get().with(b.get().low()).with(b.get().high()))
        : a.or(() -> b);
  }

  @Override
  public void draw(Surface surface, Box area, Palette palette) {
    Frame frame = frame(area);
    drawFinished(surface, frame, palette);
    drawLive(surface, frame, palette);
  }

  /// Draws the axes and the finished curves: what stays while trainings run.
  void drawFinished(Surface surface, Frame frame, Palette palette) {
    frame.drawValues(surface, palette, titles);
    frame.drawPositions(surface, palette);
    drawFrom(0, surface, frame, palette);
  }

  /// Draws the finished curves but for the first ones.
  void drawFrom(int first, Surface surface, Frame frame, Palette palette) {
    Pen pen = Pen.solid(palette.muted().withOpacity(0.35), 1);
    surface.clip(
        frame.inner(),
        () ->
            finished
                .subList(first, finished.size())
                .forEach(c -> surface.polyline(pen, line(c, frame, true))));
  }

  /// Draws the running curves.
  void drawLive(Surface surface, Frame frame, Palette palette) {
    surface.clip(
        frame.inner().inset(-DOT - 1),
        () ->
            live.forEach(curve -> drawLive(surface, frame, palette.series(curve.series()), curve)));
  }

  private void drawLive(Surface surface, Frame frame, Ink ink, Curve curve) {
    if (view.smoothing() > 0) {
      Pen raw = Pen.solid(ink.withOpacity(RAW_OPACITY), 1);
      surface.polyline(raw, line(curve, frame, false));
    }
    Points smooth = line(curve, frame, true);
    surface.polyline(Pen.solid(ink, 1.8), smooth);
    int last = smooth.size() - 1;
    if (last >= 0 && smooth.isFinite(last)) {
      surface.circle(Fill.of(ink), new Point(smooth.x(last), smooth.y(last)), DOT);
    }
  }

  private Points line(Curve curve, Frame frame, boolean smooth) {
    Samples samples = curve.samples();
    double[] values = samples.smoothed(smooth ? view.smoothing() : 0);
    Points points = new Points(Math.min(samples.size(), 4 * (int) frame.inner().width() + 8));
    Thinning thinning = new Thinning(points);
    for (int i = 0; i < samples.size(); i++) {
      thinning.add(frame.px(curve.x(i, view.unit())), frame.py(values[i]));
    }
    thinning.end();
    return points;
  }
}
