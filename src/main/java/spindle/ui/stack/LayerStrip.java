package spindle.ui.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import spindle.ui.Texts;

/// The layers of a drawn design as columns, with the handles that change them: drag a boundary to
/// size the groups, drag the top of a bar to shape the allocation.
final class LayerStrip extends Pane {
  private static final double HEAD = 26;
  private static final double STEP = 0.05;

  private final DesignEditorViewModel model;
  private final StripMouse mouse;
  private final List<LayerColumn> columns = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();
  private final List<BoundaryHandle> handles = new ArrayList<>();

  LayerStrip(DesignEditorViewModel model) {
    this.model = model;
    this.mouse = new StripMouse(model, this);
    getStyleClass().add("layer-strip");
    setMinHeight(100);
    setPrefHeight(210);
    build();
    show();
    model.draftProperty().addListener(_ -> show());
    addEventHandler(MouseEvent.MOUSE_PRESSED, mouse::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, mouse::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> mouse.release());
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> setCursor(mouse.cursor(event)));
  }

  private void build() {
    boolean weighs = model.isEditable(Part.ALLOCATION);
    for (int layer = 0; layer < model.shape().layers(); layer++) {
      LayerColumn column = new LayerColumn();
      column.setId("layer-" + layer);
      int index = layer;
      if (weighs) {
        column.getStyleClass().add("weighable");
        column.setFocusTraversable(layer == 0);
        column.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, index));
      }
      columns.add(column);
    }
    int groups = model.draft().grouping().groups();
    for (int group = 0; group < groups; group++) {
      Label name = new Label();
      name.getStyleClass().add("group-name");
      names.add(name);
      Region line = new Region();
      line.getStyleClass().add("group-line");
      line.setStyle("-group-color: -group-" + (group % 8 + 1) + ";");
      lines.add(line);
    }
    if (model.isEditable(Part.GROUPING)) {
      IntStream.range(0, groups - 1).forEach(i -> handles.add(new BoundaryHandle(model, i)));
    }
    getChildren().addAll(lines);
    getChildren().addAll(names);
    getChildren().addAll(columns);
    getChildren().addAll(handles);
  }

  /// Returns the places of columns and boundaries at the present width.
  StackGeometry geometry() {
    return new StackGeometry(model.draft().grouping().sizes(), Math.max(1, getWidth()));
  }

  /// Returns the relative weight that a full column stands for.
  double fullWeight() {
    double most = model.relativeWeights().stream().mapToDouble(w -> w).max().orElse(1);
    return Math.max(1.5, most * 1.1);
  }

  /// Returns the share of a column's height that an y of this strip stands for.
  double shareAt(double y) {
    double room = LayerColumn.room(getHeight() - HEAD);
    return Math.clamp((HEAD + room - y) / room, 0, 1);
  }

  /// Draws the present state of the model.
  void show() {
    Draft draft = model.draft();
    Tally tally = model.tallyProperty().get();
    double full = mouse.fullWeight();
    List<Double> weights = model.relativeWeights();
    for (int layer = 0; layer < columns.size(); layer++) {
      int group = draft.grouping().groupOf(layer);
      LayerColumn.State state =
          !draft.tuned().contains(group)
              ? LayerColumn.State.FROZEN
              : tally.isFeasible() ? LayerColumn.State.TRAINED : LayerColumn.State.REFUSED;
      double height = Math.min(1, weights.get(layer) / full);
      columns.get(layer).show(new LayerColumn.Look(layer, group, height, state), tally);
    }
    for (int group = 0; group < names.size(); group++) {
      int size = draft.grouping().sizes().get(group);
      names.get(group).setText(Texts.of("group.size", "G" + (group + 1), size));
    }
    requestLayout();
  }

  private void key(KeyEvent event, int layer) {
    double step = STEP * model.draft().meanWeight();
    double weight = model.draft().allocation().weights().get(layer);
    boolean known = true;
    switch (event.getCode()) {
      case UP -> model.weigh(layer, weight + step);
      case DOWN -> model.weigh(layer, weight - step);
      case LEFT -> focus(layer - 1);
      case RIGHT -> focus(layer + 1);
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  /// Of all columns one is reached by Tab: the last one that had the focus.
  private void focus(int layer) {
    if (layer >= 0 && layer < columns.size()) {
      columns.forEach(column -> column.setFocusTraversable(false));
      columns.get(layer).setFocusTraversable(true);
      columns.get(layer).requestFocus();
    }
  }

  @Override
  protected void layoutChildren() {
    StackGeometry places = geometry();
    for (int layer = 0; layer < columns.size(); layer++) {
      columns
          .get(layer)
          .resizeRelocate(places.columnX(layer), HEAD, places.column(), getHeight() - HEAD);
    }
    for (int group = 0; group < names.size(); group++) {
      double x = places.groupX(group);
      double width = places.groupWidth(group);
      names.get(group).resizeRelocate(x, 0, width + 12, 18);
      lines.get(group).resizeRelocate(x, 20, width, 2);
    }
    double room = LayerColumn.room(getHeight() - HEAD);
    for (int i = 0; i < handles.size(); i++) {
      handles.get(i).resizeRelocate(places.boundaryX(i) - 7, HEAD, 14, room);
    }
  }
}
