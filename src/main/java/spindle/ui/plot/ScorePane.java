package spindle.ui.plot;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import spindle.ui.plot.StripPlot.Mark;

/// Shows the scores of each candidate as dots, boxes and means. The dot under the mouse is ringed
/// and told; a click or Enter opens it; the arrow keys go from dot to dot.
public final class ScorePane extends PlotPane {
  private static final int DOTS = 0;
  private static final int RING = 1;

  private final ReadOnlyObjectWrapper<Optional<Mark>> hovered =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Scores> scores;
  private Consumer<String> opened = _ -> {};
  private StripPlot.@Nullable Layout layout;

  /// Makes a pane that shows scores.
  public ScorePane(Scores first) {
    super(2);
    getStyleClass().add("scores");
    scores = redrawing(first);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(at(place(event))));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(Optional.empty()));
    addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> openHovered());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /// What is shown.
  public ObjectProperty<Scores> scoresProperty() {
    return scores;
  }

  /// The dot under the mouse or the last one reached by keys.
  public ReadOnlyObjectProperty<Optional<Mark>> hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  /// Sets what hears of the training whose dot was opened.
  public void setOnOpened(Consumer<String> hearer) {
    opened = hearer;
  }

  /// Returns what is shown, for a file.
  public StripPlot plot() {
    return new StripPlot(scores.get());
  }

  @Override
  void drawLayer(int layer, Surface surface, Box area, Palette palette) {
    StripPlot plot = plot();
    if (layer == DOTS || layout == null) {
      layout = plot.layout(area);
    }
    StripPlot.Layout places = layout;
    if (layer == DOTS) {
      plot.draw(surface, places, palette);
      keepHovered(places);
    } else {
      hovered.get().ifPresent(mark -> plot.drawRing(surface, places, palette, mark));
    }
  }

  /// The dot that is ringed may lie elsewhere after a change.
  private void keepHovered(StripPlot.Layout places) {
    hovered
        .get()
        .ifPresent(old ->
            hovered.set(
                places.marks().stream()
                    .filter(mark -> mark.trial().equals(old.trial()))
                    .findFirst()));
  }

  private Optional<Mark> at(Point place) {
    return layout == null ? Optional.empty() : layout.at(place);
  }

  private void hover(Optional<Mark> mark) {
    if (!hovered.get().equals(mark)) {
      hovered.set(mark);
      setCursor(mark.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
      redraw(RING);
    }
  }

  private void openHovered() {
    requestFocus();
    hovered.get().ifPresent(mark -> opened.accept(mark.trial()));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      openHovered();
      event.consume();
    } else if (layout != null && event.getCode().isArrowKey()) {
      hover(DotWalk.next(layout.marks(), hovered.get(), event.getCode()));
      event.consume();
    }
  }
}
