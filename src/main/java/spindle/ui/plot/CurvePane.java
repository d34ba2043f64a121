package spindle.ui.plot;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Shows training curves; the wheel zooms, dragging pans, a double click shows all again.
///
/// Keys: `+` and `-` zoom, the arrows pan, `0` or Home shows all.
public final class CurvePane extends PlotPane {
  private static final int BASE = 0;
  private static final int LIVE = 1;
  private static final double WHEEL = 0.85;
  private static final double PAN = 0.1;

  private final Frame.Titles titles;
  private final ObjectProperty<CurvePlot.View> view = redrawing(CurvePlot.View.DEFAULT);
  private List<Curve> finished = List.of();
  private List<Curve> live = List.of();
  private int painted;
  private @Nullable Frame drawn;
  private @Nullable Drag drag;

  /// Where a drag began and what was shown then.
  private record Drag(Point from, Frame frame) {}

  /// Makes an empty pane.
  public CurvePane(Frame.Titles titles) {
    super(2);
    this.titles = titles;
    getStyleClass().add("curves");
    setAccessibleText(titles.y());
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> endDrag());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /// What the user has chosen: unit, scale, smoothing, zoom.
  public ObjectProperty<CurvePlot.View> viewProperty() {
    return view;
  }

  /// Shows other curves. Call it only when a training starts or ends: finished curves that are
  /// shown already are not drawn again.
  public void show(List<Curve> newFinished, List<Curve> newLive) {
    List<Curve> before = finished.subList(0, Math.min(painted, finished.size()));
    boolean more =
        newFinished.size() >= before.size() && newFinished.subList(0, before.size()).equals(before);
    finished = List.copyOf(newFinished);
    live = List.copyOf(newLive);
    if (more && plot().frame(area()).equals(drawn)) {
      extend(BASE);
      redraw(LIVE);
    } else {
      redraw();
    }
  }

  /// Draws what was added to the live curves at the next frame.
  public void grown() {
    if (plot().frame(area()).equals(drawn)) {
      redraw(LIVE);
    } else {
      redraw();
    }
  }

  /// Returns what is shown, for a file.
  public CurvePlot plot() {
    return new CurvePlot(finished, live, view.get(), titles);
  }

  /// Shows all of the curves.
  public void showAll() {
    view.set(view.get().zoomedTo(Optional.empty(), Optional.empty()));
  }

  @Override
  void drawLayer(int layer, Surface surface, Box area, Palette palette) {
    CurvePlot plot = plot();
    if (layer == BASE || drawn == null) {
      drawn = plot.frame(area);
    }
    Frame frame = drawn;
    if (layer == BASE) {
      plot.drawFinished(surface, frame, palette);
      painted = finished.size();
    } else {
      plot.drawLive(surface, frame, palette);
    }
  }

  @Override
  void extendLayer(int layer, Surface surface, Palette palette) {
    if (drawn != null) {
      plot().drawFrom(painted, surface, drawn, palette);
      painted = finished.size();
    }
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      zoom(new Point(event.getX(), event.getY()), event.getDeltaY() > 0 ? WHEEL : 1 / WHEEL);
      event.consume();
    }
  }

  /// Zooms the horizontal axis around a place, and the vertical one with it.
  private void zoom(Point centre, double factor) {
    Frame frame = plot().frame(area());
    Box inner = frame.inner();
    double fx = Math.clamp((centre.x() - inner.x()) / inner.width(), 0, 1);
    double fy = Math.clamp((inner.bottom() - centre.y()) / inner.height(), 0, 1);
    show(frame.x().zoomed(fx, factor), frame.y().zoomed(fy, factor));
  }

  private void show(Axis x, Axis y) {
    view.set(view.get().zoomedTo(Optional.of(x.range()), Optional.of(y.range())));
  }

  private void press(MouseEvent event) {
    requestFocus();
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      showAll();
    } else if (event.getButton() == MouseButton.PRIMARY) {
      drag = new Drag(place(event), plot().frame(area()));
    }
  }

  private void drag(MouseEvent event) {
    if (drag != null) {
      setCursor(Cursor.CLOSED_HAND);
      Point now = place(event);
      Box inner = drag.frame().inner();
      double dx = (drag.from().x() - now.x()) / inner.width();
      double dy = (now.y() - drag.from().y()) / inner.height();
      show(drag.frame().x().panned(dx), drag.frame().y().panned(dy));
    }
  }

  private void endDrag() {
    drag = null;
    setCursor(Cursor.DEFAULT);
  }

  private void key(KeyEvent event) {
    Point centre = plot().frame(area()).inner().centre();
    boolean known = true;
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> zoom(centre, WHEEL);
      case MINUS, SUBTRACT -> zoom(centre, 1 / WHEEL);
      case LEFT -> pan(-PAN, 0);
      case RIGHT -> pan(PAN, 0);
      case UP -> pan(0, PAN);
      case DOWN -> pan(0, -PAN);
      case DIGIT0, NUMPAD0, HOME -> showAll();
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  private void pan(double x, double y) {
    Frame frame = plot().frame(area());
    show(frame.x().panned(x), frame.y().panned(y));
  }
}
