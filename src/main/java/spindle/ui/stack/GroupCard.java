package spindle.ui.stack;

import atlantafx.base.controls.Spacer;
import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.design.Strategy;
import spindle.ui.Texts;

/// One group of a drawn design: its switch, its strategies and its exact parameter count. Chips are
/// dropped on it; A, P, B, L or 1 to 4 add or take a strategy, Space switches the group.
final class GroupCard extends VBox {
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final DesignEditorViewModel model;
  private final int group;
  private final ChipDrag drag;
  private final Label layers = new Label();
  private final FlowPane chips = new FlowPane(6, 6);
  private final Label hint = new Label();
  private final ToggleSwitch on = new ToggleSwitch();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label count = new Label();

  GroupCard(DesignEditorViewModel model, int group, ChipDrag drag) {
    this.model = model;
    this.group = group;
    this.drag = drag;
    getStyleClass().add("group-card");
    setStyle("-group-color: -group-" + (group % 8 + 1) + ";");
    setId("group-" + (group + 1));
    setFocusTraversable(true);
    setMinWidth(132);
    layers.getStyleClass().add("text-small-note");
    hint.getStyleClass().add("text-small-note");
    hint.setWrapText(true);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("group-progress");
    count.getStyleClass().add("text-small-note");
    count.setTooltip(new Tooltip(Texts.of("group.count.tip")));
    VBox.setVgrow(chips, Priority.ALWAYS);
    getChildren().addAll(header(), layers, hint, chips, bar, count);
    chips.setMinHeight(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    listen();
    show();
    model.draftProperty().addListener(_ -> show());
  }

  private HBox header() {
    Region dot = new Region();
    dot.getStyleClass().add("group-dot");
    Label name = new Label("G" + (group + 1));
    name.getStyleClass().add("group-title");
    name.setMinWidth(USE_PREF_SIZE);
    on.setId("switch-" + (group + 1));
    on.setDisable(!model.isEditable(Part.GROUPS));
    on.setTooltip(new Tooltip(Texts.of("group.switch.tip")));
    on.setAccessibleText(Texts.of("group.switch", "G" + (group + 1)));
    on.selectedProperty()
        .addListener((_, _, now) -> {
          if (now != model.draft().tuned().contains(group)) {
            model.toggle(group);
          }
        });
    HBox box = new HBox(7, dot, name, new Spacer());
    if (model.hasFreeStrategies(group)) {
      box.getChildren().add(adder());
    }
    if (model.isEditable(Part.GROUPS)) {
      box.getChildren().add(on);
    }
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private Button adder() {
    Button add = new Button("", new FontIcon(Feather.PLUS));
    add.getStyleClass().addAll("icon-only");
    add.setId("add-" + (group + 1));
    add.setTooltip(new Tooltip(Texts.of("group.add", "G" + (group + 1))));
    add.setAccessibleText(Texts.of("group.add", "G" + (group + 1)));
    ContextMenu menu = new ContextMenu();
    add.setOnAction(_ -> {
      menu.getItems().setAll(missing().stream().map(this::item).toList());
      menu.show(add, javafx.geometry.Side.BOTTOM, 0, 4);
    });
    add.disableProperty()
        .bind(
            javafx.beans.binding.Bindings.createBooleanBinding(
                () -> missing().isEmpty(), model.draftProperty()));
    return add;
  }

  private List<Strategy> missing() {
    Set<Strategy> present = model.draft().strategies().get(group);
    return List.of(Strategy.values()).stream().filter(s -> !present.contains(s)).toList();
  }

  private MenuItem item(Strategy strategy) {
    MenuItem item = new MenuItem(Texts.name(strategy), StrategyLook.icon(strategy));
    item.setOnAction(_ -> model.add(group, strategy));
    return item;
  }

  private void listen() {
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (equals(event.getTarget()) || chips.equals(event.getTarget())) {
            requestFocus();
          }
        });
    addEventHandler(MouseDragEvent.MOUSE_DRAG_ENTERED, event -> mark(isChip(event)));
    addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> mark(false));
    // a filter, as the buttons on the card keep mouse events to themselves
    addEventFilter(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        event -> {
          mark(false);
          if (event.getGestureSource() instanceof StrategyChip chip) {
            drop(chip);
            requestFocus(); // so that the keyboard goes on here, undo included
          }
        });
  }

  private boolean isChip(MouseDragEvent event) {
    return model.hasFreeStrategies(group) && event.getGestureSource() instanceof StrategyChip;
  }

  private void mark(boolean drop) {
    pseudoClassStateChanged(DROP, drop);
  }

  /// A chip from another group moves here.
  private void drop(StrategyChip chip) {
    if (!model.hasFreeStrategies(group)) {
      return;
    }
    model.beginGesture();
    if (chip.group().isPresent() && chip.group().getAsInt() != group) {
      model.remove(chip.group().getAsInt(), chip.strategy());
    }
    model.add(group, chip.strategy());
    model.endGesture();
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || !equals(event.getTarget())) {
      return;
    }
    if (event.getCode() == KeyCode.SPACE) {
      model.toggle(group);
      event.consume();
    } else if (model.hasFreeStrategies(group)) {
      StrategyLook.of(event.getCode())
          .ifPresent(strategy -> {
            model.flip(group, strategy);
            event.consume();
          });
    }
  }

  private void show() {
    Draft draft = model.draft();
    Tally tally = model.tallyProperty().get();
    boolean tuned = draft.tuned().contains(group);
    pseudoClassStateChanged(OFF, !tuned);
    on.setSelected(tuned);
    int first = draft.grouping().startOf(group);
    int size = draft.grouping().sizes().get(group);
    layers.setText(
        size == 1
            ? Texts.of("group.layer", first)
            : Texts.of("group.layers", first, first + size - 1));
    Set<Strategy> strategies = draft.strategies().get(group);
    chips.getChildren().setAll(strategies.stream().map(this::chip).toList());
    hint.setText(Texts.of(tuned ? "group.drop" : "group.frozen"));
    hint.setVisible(!tuned || strategies.isEmpty());
    hint.setManaged(hint.isVisible());
    chips.setVisible(tuned);
    chips.setManaged(!hint.isVisible() || !strategies.isEmpty());
    boolean counted = tuned && tally.isFeasible();
    bar.setProgress(
        counted ? tally.ofGroup(group) / (double) Math.max(1, tally.targetOfGroup(group)) : 0);
    count.setText(
        counted
            ? Texts.of(
                "group.count",
                Texts.count(tally.ofGroup(group)),
                Texts.count(tally.targetOfGroup(group)))
            : Texts.of(tuned ? "group.refused" : "group.none"));
    setAccessibleText("G" + (group + 1) + ", " + layers.getText() + ", " + count.getText());
  }

  private StrategyChip chip(Strategy strategy) {
    StrategyChip chip = StrategyChip.ofGroup(strategy, group, () -> model.remove(group, strategy));
    if (model.hasFreeStrategies(group)) {
      drag.enable(chip);
    } else {
      chip.setDisable(true);
    }
    return chip;
  }
}
