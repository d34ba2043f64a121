package spindle.ui.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import spindle.design.Strategy;
import spindle.ui.UiTest;
import spindle.ui.theme.Theme;

/// Drawing as a user does it.
class DesignEditorTest extends UiTest {
  private final DesignEditorViewModel model = Drawn.s4();

  private void open() {
    open(model, 760, 560);
  }

  private void open(DesignEditorViewModel shown, int width, int height) {
    show(
        () -> {
          StackPane page = new StackPane(new DesignEditor(shown));
          page.setStyle("-fx-background-color: -color-bg-inset; -fx-padding: 12px;");
          return page;
        },
        width,
        height);
  }

  private List<Integer> sizes() {
    return ask(() -> model.draft().grouping().sizes());
  }

  @Test
  void draggingABoundaryMovesItAndIsUndoneAtOnce() {
    open();
    dragBy(find("#boundary-1"), 130, 0);
    assertEquals(List.of(4, 2, 4, 2), sizes());
    picture("editor-boundary");
    press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(List.of(2, 4, 4, 2), sizes());
    press(KeyCode.CONTROL, KeyCode.Y);
    assertEquals(List.of(4, 2, 4, 2), sizes());
  }

  @Test
  void arrowKeysMoveAFocusedBoundary() {
    open();
    focus(find("#boundary-3"));
    press(KeyCode.RIGHT);
    assertEquals(List.of(2, 4, 5, 1), sizes());
    press(KeyCode.HOME);
    assertEquals(List.of(2, 4, 1, 5), sizes());
    assertEquals(
        7.0, ask(() -> find("#boundary-3").queryAccessibleAttribute(AccessibleAttribute.VALUE)));
  }

  @Test
  void aPresetIsChosenByAClickAndStaysChosenAfterASecondOne() {
    open();
    click("#preset-grouping-bottleneck");
    List<Integer> bottleneck = sizes();
    assertTrue(bottleneck.getFirst() > bottleneck.get(1));
    click("#preset-grouping-bottleneck");
    assertEquals(bottleneck, sizes());
    var button = (javafx.scene.control.ToggleButton) find("#preset-grouping-bottleneck");
    assertTrue(ask(button::isSelected));
  }

  @Test
  void draggingABarShapesTheAllocation() {
    open();
    var column = find("#layer-5");
    double height = ask(() -> column.getBoundsInLocal().getHeight());
    dragInside(column, new Point2D(15, height * 0.5), new Point2D(15, height * 0.05));
    List<Double> weights = ask(() -> model.draft().allocation().weights());
    assertTrue(weights.get(5) > 1.2, "weights: " + weights);
    assertEquals(1.0, weights.get(4));
    focus(column);
    press(KeyCode.DOWN);
    assertTrue(ask(() -> model.draft().allocation().weights().get(5)) < weights.get(5));
  }

  @Test
  void aChipDroppedOnAGroupIsAddedToIt() {
    open();
    hold(find("#palette-B"), find("#group-1"));
    picture("editor-chip");
    assertFalse(findAll(".ghost").isEmpty());
    letGo();
    assertEquals(
        Set.of(Strategy.ADAPTER, Strategy.BITFIT, Strategy.LORA),
        ask(() -> model.draft().strategies().getFirst()));
    assertTrue(findAll(".ghost").isEmpty());
  }

  @Test
  void aChipDraggedFromGroupToGroupMoves() {
    open();
    dragOnto(find("#chip-L-1"), find("#group-2"));
    assertEquals(Set.of(Strategy.ADAPTER), ask(() -> model.draft().strategies().get(0)));
    assertTrue(ask(() -> model.draft().strategies().get(1)).contains(Strategy.LORA));
    press(KeyCode.CONTROL, KeyCode.Z);
    assertTrue(ask(() -> model.draft().strategies().get(0)).contains(Strategy.LORA));
  }

  @Test
  void aChipMayBeDroppedOnAButtonOfTheGroup() {
    open();
    dragOnto(find("#palette-B"), find("#chip-A-1").lookup(".chip-remove"));
    assertTrue(ask(() -> model.draft().strategies().getFirst()).contains(Strategy.BITFIT));
    dragOnto(find("#palette-L"), find("#add-2"));
    assertTrue(ask(() -> model.draft().strategies().get(1)).contains(Strategy.LORA));
  }

  @Test
  void keysOnAGroupAddTakeAndSwitch() {
    open();
    focus(find("#group-2"));
    press(KeyCode.L);
    assertTrue(ask(() -> model.draft().strategies().get(1)).contains(Strategy.LORA));
    press(KeyCode.DIGIT4);
    assertFalse(ask(() -> model.draft().strategies().get(1)).contains(Strategy.LORA));
    press(KeyCode.SPACE);
    assertFalse(ask(() -> model.draft().tuned()).contains(1));
    focus(find("#palette-B"));
    press(KeyCode.DIGIT2);
    assertTrue(ask(() -> model.draft().tuned()).contains(1));
  }

  @Test
  void theSwitchAndTheCrossWorkByMouse() {
    open();
    click("#switch-4");
    assertEquals(Set.of(0, 1, 2), ask(() -> model.draft().tuned()));
    click(find("#chip-A-1").lookup(".chip-remove"));
    assertEquals(Set.of(Strategy.LORA), ask(() -> model.draft().strategies().getFirst()));
  }

  @Test
  void whatTheBudgetRefusesIsSaidInTheWindow() {
    open(Drawn.of(20_000), 760, 620);
    Label total = (Label) find("#budget-total");
    assertEquals("Not feasible within 20,000 parameters", ask(total::getText));
    assertFalse(findAll("#budget-problems .problem").isEmpty());
    picture("editor-refused");
  }

  @Test
  void theEditorLooksRightInBothThemes() {
    model.toggle(2);
    open(model, 760, 560);
    picture("editor-light");
    switchTo(Theme.DARK);
    picture("editor-dark");
  }
}
