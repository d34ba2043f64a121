package spindle.ui.explorer;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import spindle.ui.Texts;
import spindle.ui.stack.DesignEditor;
import spindle.ui.support.CommandMenu;

/// The editor of a candidate of the user's own, with its name and the dimensions that it joins.
final class DrawPanel extends VBox {
  private final DrawViewModel model;
  private final TextField name = new TextField();
  private final Label joins = new Label();
  private final Label said = new Label();
  private final Button save = new Button(Texts.of("explorer.draw.save"));
  private final DesignEditor editor;

  /// @param saved runs when the user saves a drawing that can be
  /// @param left runs when the user leaves without saving
  /// @param twin the command line that saves the drawing
  DrawPanel(DrawViewModel model, Runnable saved, Runnable left, Supplier<String> twin) {
    super(10);
    this.model = model;
    getStyleClass().addAll("draw-panel");
    setMaxSize(1300, 900);
    editor = new DesignEditor(model.editor());
    ScrollPane scroll = new ScrollPane(editor);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("page-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    name.setId("draw-name");
    name.setPrefColumnCount(12);
    name.setAccessibleText(Texts.of("explorer.draw.name"));
    name.textProperty().bindBidirectional(model.nameProperty());
    joins.setId("draw-joins");
    joins.getStyleClass().add("text-muted");
    joins.setWrapText(true);
    said.getStyleClass().add("text-small-note");
    save.setId("draw-save");
    save.getStyleClass().add(Styles.ACCENT);
    save.setMinWidth(USE_PREF_SIZE);
    save.setOnAction(_ -> saved.run());
    Button cancel = new Button(Texts.of("explorer.cancel"));
    cancel.setId("draw-cancel");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(_ -> left.run());
    CommandMenu commands =
        new CommandMenu()
            .with(
                Texts.of("explorer.draw.save"),
                () -> model.problem().isPresent() ? "" : twin.get());
    HBox foot = foot(cancel);
    foot.getChildren().add(commands);
    getChildren().addAll(head(), scroll, foot);
    model.editor().draftProperty().addListener(_ -> show());
    model.nameProperty().addListener(_ -> show());
    model.editor().announcementProperty().addListener((_, _, text) -> said.setText(text));
    show();
  }

  private HBox head() {
    Label title = new Label(Texts.of("explorer.draw.title"));
    title.getStyleClass().add("stage-title");
    title.setMinWidth(USE_PREF_SIZE);
    Label note = new Label(Texts.of("explorer.draw.note"));
    note.getStyleClass().add("text-muted");
    HBox head = new HBox(12, title, note, new Spacer(), said);
    head.setAlignment(Pos.BASELINE_LEFT);
    return head;
  }

  private HBox foot(Button cancel) {
    Label label = new Label(Texts.of("explorer.draw.name"));
    label.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(joins, Priority.ALWAYS);
    joins.setMaxWidth(Double.MAX_VALUE);
    HBox foot = new HBox(10, label, name, joins, cancel, save);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private void show() {
    String dimensions =
        model.dimensions().stream().map(StageWords::title).collect(Collectors.joining(", "));
    joins.setText(model.problem().orElseGet(() -> Texts.of("explorer.draw.joins", dimensions)));
    joins.setTooltip(new Tooltip(joins.getText()));
    save.setDisable(model.problem().isPresent());
  }

  /// Returns the editor, which takes the focus first.
  DesignEditor editor() {
    return editor;
  }
}
