package spindle.ui.stack;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import spindle.ui.Texts;

/// The handle of the boundary between two groups. Arrows, Home and End move it.
final class BoundaryHandle extends StackPane {
  private final DesignEditorViewModel model;
  private final int index;

  BoundaryHandle(DesignEditorViewModel model, int index) {
    this.model = model;
    this.index = index;
    Region grip = new Region();
    grip.getStyleClass().add("boundary-grip");
    getChildren().add(grip);
    getStyleClass().add("boundary-handle");
    setId("boundary-" + (index + 1));
    setCursor(Cursor.H_RESIZE);
    setAccessibleRole(AccessibleRole.SLIDER);
    setFocusTraversable(true);
    Tooltip.install(this, new Tooltip(Texts.of("boundary.tip", index + 1, index + 2)));
    setAccessibleText(Texts.of("boundary.name", index + 1, index + 2));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model
        .draftProperty()
        .addListener(_ -> notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE));
  }

  private void key(KeyEvent event) {
    int place = model.draft().boundary(index);
    boolean known = true;
    switch (event.getCode()) {
      case LEFT, DOWN, KP_LEFT -> model.moveBoundary(index, place - 1);
      case RIGHT, UP, KP_RIGHT -> model.moveBoundary(index, place + 1);
      case HOME -> model.moveBoundary(index, 0);
      case END -> model.moveBoundary(index, model.shape().layers());
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, @Nullable Object... parameters) {
    return switch (attribute) {
      case VALUE -> (double) model.draft().boundary(index);
      case MIN_VALUE -> (double) model.draft().grouping().startOf(index) + 1;
      case MAX_VALUE ->
          (double) model.draft().boundary(index)
              + model.draft().grouping().sizes().get(index + 1)
              - 1;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, @Nullable Object... parameters) {
    int place = model.draft().boundary(index);
    switch (action) {
      case INCREMENT -> model.moveBoundary(index, place + 1);
      case DECREMENT -> model.moveBoundary(index, place - 1);
      default -> super.executeAccessibleAction(action, parameters);
    }
  }
}
