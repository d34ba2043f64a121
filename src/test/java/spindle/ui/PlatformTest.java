package spindle.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;

/// What every other test of the window takes for granted.
class PlatformTest extends UiTest {
  private final List<String> seen = new ArrayList<>();

  @Test
  void aClickPressesAButton() {
    Button button = new Button("Go");
    button.setOnAction(_ -> seen.add("pressed"));
    show(() -> new VBox(button), 300, 200);
    click(button);
    assertEquals(List.of("pressed"), seen);
  }

  @Test
  void keysReachTheFocusedField() {
    TextField field = new TextField();
    show(() -> new VBox(field), 300, 200);
    click(field);
    type("aB3");
    assertEquals("aB3", ask(field::getText));
    press(KeyCode.CONTROL, KeyCode.A);
    press(KeyCode.DELETE);
    assertEquals("", ask(field::getText));
  }

  @Test
  void aDragKeepsItsButtonOutsideItsNode() {
    Rectangle handle = new Rectangle(20, 20);
    handle.setOnMouseDragged(event -> {
      if (event.isPrimaryButtonDown()) {
        handle.setX(event.getX());
      }
    });
    show(() -> new Pane(handle), 400, 200);
    dragBy(handle, 150, 40);
    assertEquals(160, ask(handle::getX), 12);
  }

  @Test
  void aFullDragEndsOnAnotherNode() {
    Rectangle source = new Rectangle(10, 10, 30, 30);
    Rectangle target = new Rectangle(200, 100, 60, 60);
    source.addEventHandler(
        MouseEvent.DRAG_DETECTED,
        _ -> {
          source.setMouseTransparent(true);
          source.startFullDrag();
        });
    target.addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, _ -> seen.add("dropped"));
    show(() -> new Pane(source, target), 400, 300);
    dragOnto(source, target);
    assertEquals(List.of("dropped"), seen);
  }

  @Test
  void aSystemDragCarriesText() {
    Rectangle source = new Rectangle(10, 10, 30, 30);
    Rectangle target = new Rectangle(200, 100, 60, 60);
    source.setOnDragDetected(_ -> {
      ClipboardContent content = new ClipboardContent();
      content.putString("payload");
      source.startDragAndDrop(TransferMode.COPY).setContent(content);
    });
    target.setOnDragOver(event -> event.acceptTransferModes(TransferMode.COPY));
    target.addEventHandler(
        DragEvent.DRAG_DROPPED, event -> seen.add(event.getDragboard().getString()));
    show(() -> new Pane(source, target), 400, 300);
    dragOnto(source, target);
    assertEquals(List.of("payload"), seen);
  }

  @Test
  void theWheelReachesTheNodeUnderTheMouse() {
    Pane pane = new Pane();
    pane.addEventHandler(
        ScrollEvent.SCROLL, event -> seen.add(event.getDeltaY() > 0 ? "up" : "down"));
    show(() -> pane, 400, 300);
    moveTo(pane, 200, 150);
    wheel(1);
    wheel(-1);
    assertEquals(List.of("up", "down"), seen);
  }

  @Test
  void theScreenIsLargerThanTheOneOfHeadless() {
    show(Pane::new, 1440, 900);
    assertEquals(
        new Point2D(1440, 900),
        ask(() -> new Point2D(stage().getScene().getWidth(), stage().getScene().getHeight())));
  }

  @Test
  void aWrongStylesheetIsNoticed() {
    Pane pane = new Pane();
    pane.setStyle("-fx-background-color: -no-such-colour;");
    show(() -> pane, 300, 200);
    assertTrue(takeCssWarnings().stream().anyMatch(text -> text.contains("-fx-background-color")));
  }
}
