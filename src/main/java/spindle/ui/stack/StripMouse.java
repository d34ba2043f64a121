package spindle.ui.stack;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What the mouse does on a strip: drags a boundary, or the weight of a layer. The gesture belongs
/// to the strip, not to the handle, as the handle moves under the mouse.
final class StripMouse {
  private static final double REACH = 9;

  private final DesignEditorViewModel model;
  private final LayerStrip strip;
  private Gesture gesture = new Gesture.None();

  /// What is being dragged.
  private sealed interface Gesture {
    /// Nothing.
    record None() implements Gesture {}

    /// The boundary after a group.
    record Boundary(int index) implements Gesture {}

    /// The weight of a layer. The scale stays as it was when the drag began, or bars would run away
    /// from the mouse.
    record Weight(int layer, double full, double mean) implements Gesture {}
  }

  StripMouse(DesignEditorViewModel model, LayerStrip strip) {
    this.model = model;
    this.strip = strip;
  }

  /// Returns the relative weight of a full column now.
  double fullWeight() {
    return gesture instanceof Gesture.Weight(int _, double full, double mean)
        ? full * mean / model.draft().meanWeight()
        : strip.fullWeight();
  }

  /// Returns the cursor for a place.
  Cursor cursor(MouseEvent event) {
    return switch (at(event)) {
      case Gesture.None _ -> Cursor.DEFAULT;
      case Gesture.Boundary _ -> Cursor.H_RESIZE;
      case Gesture.Weight _ -> Cursor.V_RESIZE;
    };
  }

  private Gesture at(MouseEvent event) {
    StackGeometry places = strip.geometry();
    for (int i = 0; i < places.sizes().size() - 1 && model.isEditable(Part.GROUPING); i++) {
      if (Math.abs(places.boundaryX(i) - event.getX()) <= REACH) {
        return new Gesture.Boundary(i);
      }
    }
    int layer = places.layerAt(event.getX());
    boolean tuned = model.draft().tuned().contains(model.draft().grouping().groupOf(layer));
    boolean onBars = strip.shareAt(event.getY()) > 0 && strip.shareAt(event.getY()) < 1;
    return model.isEditable(Part.ALLOCATION) && tuned && onBars
        ? new Gesture.Weight(layer, strip.fullWeight(), model.draft().meanWeight())
        : new Gesture.None();
  }

  void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      gesture = at(event);
      model.beginGesture();
      if (gesture instanceof Gesture.Boundary(int index)) {
        strip.lookup("#boundary-" + (index + 1)).requestFocus();
      }
    }
  }

  void drag(MouseEvent event) {
    switch (gesture) {
      case Gesture.None _ -> {}
      case Gesture.Boundary(int index) ->
          model.moveBoundary(index, strip.geometry().layersBefore(event.getX()));
      case Gesture.Weight(int layer, double full, double mean) ->
          model.weigh(layer, strip.shareAt(event.getY()) * full * mean);
    }
  }

  void release() {
    gesture = new Gesture.None();
    model.endGesture();
    strip.show();
  }
}
