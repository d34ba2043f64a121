package spindle.ui.stack;

import atlantafx.base.controls.Spacer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.design.Strategy;
import spindle.ui.Texts;

/// The editor of a design: the layer stack with its groups and allocation, the strategies of each
/// group, and what all of it costs. Ctrl+Z undoes, Ctrl+Shift+Z or Ctrl+Y redoes.
public final class DesignEditor extends StackPane {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

  private final DesignEditorViewModel model;
  private final ChipDrag drag;

  /// Makes an editor of what a model draws.
  public DesignEditor(DesignEditorViewModel model) {
    this.model = model;
    Pane overlay = new Pane();
    overlay.setMouseTransparent(true);
    drag = new ChipDrag(overlay);
    VBox content = new VBox(14, stack(), strategies());
    VBox.setVgrow(content.getChildren().getFirst(), Priority.ALWAYS);
    getStyleClass().add("design-editor");
    getChildren().addAll(content, overlay);
    addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
  }

  private VBox stack() {
    HBox head = new HBox(10, heading("editor.groups"), new Spacer());
    head.setAlignment(Pos.CENTER_LEFT);
    if (model.isEditable(Part.GROUPING)) {
      head.getChildren().add(PresetBar.groupings(model));
    }
    head.getChildren().addAll(undo(), redo());
    LayerStrip strip = new LayerStrip(model);
    VBox.setVgrow(strip, Priority.ALWAYS);
    VBox panel = new VBox(10, head, strip, allocation(), new BudgetLine(model));
    panel.getStyleClass().add("panel");
    return panel;
  }

  private HBox allocation() {
    Label hint = new Label(Texts.of(hintKey()));
    hint.getStyleClass().add("text-small-note");
    HBox line = new HBox(10, hint, new Spacer());
    line.setAlignment(Pos.CENTER_LEFT);
    if (model.isEditable(Part.ALLOCATION)) {
      Label name = new Label(Texts.of("editor.allocation"));
      name.getStyleClass().add("text-muted");
      name.setMinWidth(USE_PREF_SIZE);
      line.getChildren().addAll(name, PresetBar.allocations(model));
    }
    return line;
  }

  private String hintKey() {
    boolean grouping = model.isEditable(Part.GROUPING);
    boolean allocation = model.isEditable(Part.ALLOCATION);
    return grouping
        ? allocation ? "editor.hint.both" : "editor.hint.grouping"
        : allocation ? "editor.hint.allocation" : "editor.hint.none";
  }

  private VBox strategies() {
    HBox head = new HBox(10, heading("editor.strategies"));
    head.setAlignment(Pos.CENTER_LEFT);
    if (model.isEditable(Part.STRATEGIES)) {
      Label hint = new Label(Texts.of("editor.strategies.hint"));
      hint.getStyleClass().add("text-small-note");
      HBox palette = new HBox(8);
      for (Strategy strategy : Strategy.values()) {
        palette.getChildren().add(paletteChip(strategy));
      }
      head.getChildren().addAll(hint, new Spacer(), palette);
    }
    HBox cards = new HBox(12);
    IntStream.range(0, model.draft().grouping().groups())
        .mapToObj(group -> new GroupCard(model, group, drag))
        .forEach(cards.getChildren()::add);
    cards.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
    cards.getChildren().forEach(card -> ((VBox) card).setPrefWidth(150));
    cards.setFillHeight(true);
    VBox panel = new VBox(12, head, cards);
    panel.setMinHeight(USE_PREF_SIZE);
    panel.getStyleClass().add("panel");
    return panel;
  }

  private StrategyChip paletteChip(Strategy strategy) {
    StrategyChip chip = StrategyChip.ofPalette(strategy);
    drag.enable(chip);
    chip.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          int group = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
          if (group >= 0 && group < model.draft().grouping().groups()) {
            model.add(group, strategy);
            event.consume();
          }
        });
    return chip;
  }

  private static Label heading(String key) {
    Label label = new Label(Texts.of(key));
    label.getStyleClass().add("heading");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private Button undo() {
    Button button = button("undo", Feather.CORNER_UP_LEFT);
    button.disableProperty().bind(model.canUndoProperty().not());
    button.setOnAction(_ -> model.undo());
    return button;
  }

  private Button redo() {
    Button button = button("redo", Feather.CORNER_UP_RIGHT);
    button.disableProperty().bind(model.canRedoProperty().not());
    button.setOnAction(_ -> model.redo());
    return button;
  }

  private static Button button(String key, Feather icon) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(key);
    button.getStyleClass().add("icon-only");
    button.setTooltip(new Tooltip(Texts.of(key + ".tip")));
    button.setAccessibleText(Texts.of(key + ".tip"));
    return button;
  }

  private void shortcut(KeyEvent event) {
    if (UNDO.match(event)) {
      model.undo();
      event.consume();
    } else if (REDO.match(event) || REDO_TOO.match(event)) {
      model.redo();
      event.consume();
    }
  }

  /// Returns the node that takes the focus when the editor opens.
  public Node firstFocus() {
    return lookup(".group-card");
  }
}
