package spindle.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import spindle.ui.plot.Parallel.Brush;

/// Shows parallel coordinates; dragging along an axis keeps only the designs in that range, a click
/// on the axis takes the range away, Escape all ranges. Each axis has the focus of its own; see
/// [AxisHandle] for its keys.
public final class ParallelPane extends PlotPane {
  private static final int LINES = 0;
  private static final int PENDING = 1;
  private static final double LEAST_DRAG = 4;
  private static final double HANDLE = 24;

  private final ObjectProperty<Parallel> data;
  private final ReadOnlyObjectWrapper<List<Brush>> brushes = new ReadOnlyObjectWrapper<>(List.of());
  private List<AxisHandle> handles = List.of();
  private @Nullable Drag drag;

  /// A range that is being drawn.
  private record Drag(int dimension, double from, double to) {}

  /// Makes a pane that shows designs.
  public ParallelPane(Parallel first) {
    super(2);
    data = redrawing(first);
    getStyleClass().add("parallel");
    setFocusTraversable(false);
    data.addListener(_ -> {
      brushes.set(List.of());
      makeHandles();
    });
    makeHandles();
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /// What is shown. Showing other designs takes the brushes away.
  public ObjectProperty<Parallel> dataProperty() {
    return data;
  }

  /// The ranges that designs must lie in.
  public ReadOnlyObjectProperty<List<Brush>> brushesProperty() {
    return brushes.getReadOnlyProperty();
  }

  /// Returns what is shown, for a file.
  public ParallelPlot plot() {
    return new ParallelPlot(data.get(), brushes.get());
  }

  @Override
  void drawLayer(int layer, Surface surface, Box area, Palette palette) {
    ParallelPlot plot = plot();
    ParallelPlot.Layout layout = plot.layout(area);
    if (layer == LINES) {
      plot.draw(surface, layout, palette);
    } else if (drag != null) {
      double x = layout.px(drag.dimension());
      Box box = Box.between(new Point(x - 7, drag.from()), new Point(x + 7, drag.to()));
      surface.rectangle(Fill.outline(Pen.solid(palette.accent(), 1.2)), box);
    }
  }

  private void makeHandles() {
    getChildren().removeAll(handles);
    Parallel shown = data.get();
    handles =
        IntStream.range(0, shown.dimensions().size())
            .mapToObj(i -> new AxisHandle(shown, i, range -> brush(i, range)))
            .toList();
    getChildren().addAll(handles);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    ParallelPlot.Layout layout = plot().layout(area());
    Box inner = layout.inner();
    for (int i = 0; i < handles.size(); i++) {
      double left = Math.round(layout.px(i)) - HANDLE / 2;
      handles.get(i).resizeRelocate(left, inner.y() - 5, HANDLE, inner.height() + 10);
    }
  }

  private void press(MouseEvent event) {
    Point place = place(event);
    OptionalInt dimension = plot().layout(area()).dimensionAt(place);
    dimension.ifPresent(d -> {
      handles.get(d).requestFocus();
      drag = new Drag(d, place.y(), place.y());
    });
  }

  private void drag(MouseEvent event) {
    if (drag != null) {
      drag = new Drag(drag.dimension(), drag.from(), place(event).y());
      redraw(PENDING);
    }
  }

  private void release() {
    if (drag == null) {
      return;
    }
    Drag done = drag;
    drag = null;
    ParallelPlot.Layout layout = plot().layout(area());
    double a = layout.value(done.dimension(), done.from());
    double b = layout.value(done.dimension(), done.to());
    boolean far = Math.abs(done.to() - done.from()) >= LEAST_DRAG;
    brush(done.dimension(), far ? Optional.of(Range.between(a, b)) : Optional.empty());
  }

  private void brush(int dimension, Optional<Range> range) {
    List<Brush> next = new ArrayList<>(brushes.get());
    next.removeIf(brush -> brush.dimension() == dimension);
    range.ifPresent(kept -> next.add(new Brush(dimension, kept)));
    show(next);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !brushes.get().isEmpty()) {
      show(List.of());
      event.consume();
    }
  }

  private void show(List<Brush> next) {
    brushes.set(List.copyOf(next));
    for (int i = 0; i < handles.size(); i++) {
      int dimension = i;
      handles
          .get(i)
          .show(
              next.stream()
                  .filter(brush -> brush.dimension() == dimension)
                  .map(Brush::range)
                  .findFirst());
    }
    redraw();
  }
}
