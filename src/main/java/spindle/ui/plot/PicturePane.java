package spindle.ui.plot;

import javafx.beans.property.ObjectProperty;

/// Shows any plot that has no gestures of its own, such as the drawing of a layer stack.
public final class PicturePane extends PlotPane {
  private final ObjectProperty<Plot> plot;

  /// Makes a pane that shows a plot and cannot be focused.
  public PicturePane(Plot first) {
    super(1);
    plot = redrawing(first);
    getStyleClass().add("picture");
    setFocusTraversable(false);
    setMinSize(24, 16);
  }

  /// What is shown.
  public ObjectProperty<Plot> plotProperty() {
    return plot;
  }

  @Override
  void drawLayer(int layer, Surface surface, Box area, Palette palette) {
    plot.get().draw(surface, area, palette);
  }
}
