package spindle.ui.stack;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Dragging chips inside the window: a copy of the chip follows the mouse on an overlay, groups
/// under it are drop targets.
final class ChipDrag {
  private final Pane overlay;
  private @Nullable StrategyChip ghost;

  /// @param overlay covers all of the editor and takes no mouse events
  ChipDrag(Pane overlay) {
    this.overlay = overlay;
  }

  /// Lets a chip be dragged.
  void enable(StrategyChip chip) {
    chip.addEventHandler(MouseEvent.DRAG_DETECTED, event -> begin(chip, event));
    chip.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::follow);
    chip.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> end(chip));
  }

  private void begin(StrategyChip chip, MouseEvent event) {
    if (!event.isPrimaryButtonDown()) {
      return;
    }
    // or the chip itself would be the node under the mouse
    chip.setMouseTransparent(true);
    chip.setOpacity(0.4);
    StrategyChip copy = chip.ghost();
    ghost = copy;
    overlay.getChildren().add(copy);
    copy.applyCss();
    copy.autosize();
    follow(event);
    chip.startFullDrag();
    event.consume();
  }

  private void follow(MouseEvent event) {
    if (ghost != null) {
      Point2D place = overlay.sceneToLocal(event.getSceneX(), event.getSceneY());
      ghost.relocate(place.getX() + 6, place.getY() + 4);
    }
  }

  private void end(Node chip) {
    chip.setMouseTransparent(false);
    chip.setOpacity(1);
    overlay.getChildren().clear();
    ghost = null;
  }
}
