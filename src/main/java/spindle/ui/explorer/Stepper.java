package spindle.ui.explorer;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;

/// The left side: the dimensions with their state, the paths, and the pattern so far.
final class Stepper extends VBox {
  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

  private final ExplorerViewModel model;
  private final VBox steps = new VBox(2);
  private final VBox paths = new VBox(2);
  private final VBox pathBox;
  private final GridPane pattern = new GridPane(10, 5);

  Stepper(ExplorerViewModel model) {
    super(12);
    this.model = model;
    getStyleClass().add("stepper");
    pathBox = new VBox(4, caption("explorer.paths", "explorer.paths.tip"), paths);
    VBox patternBox = new VBox(6, caption("explorer.pattern", "explorer.pattern.tip"), pattern);
    patternBox.getStyleClass().add("pattern-box");
    VBox lists = new VBox(14, steps, pathBox);
    ScrollPane scroll = new ScrollPane(lists);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, patternBox);
    model.pageProperty().addListener(_ -> show());
    show();
  }

  private static Label caption(String key, String tip) {
    Label label = new Label(Texts.of(key));
    label.getStyleClass().add("caption");
    label.setTooltip(new Tooltip(Texts.of(tip)));
    return label;
  }

  private void show() {
    ExplorerPage page = model.page();
    fill(steps, page.steps().stream().map(this::step).toList());
    fill(paths, page.paths().stream().map(this::path).toList());
    boolean forked = page.paths().size() > 1;
    pathBox.setVisible(forked);
    pathBox.setManaged(forked);
    pattern.getChildren().clear();
    for (int row = 0; row < page.pattern().size(); row++) {
      Label name = new Label(page.pattern().get(row).name());
      name.getStyleClass().add("text-small-note");
      name.setMinWidth(USE_PREF_SIZE);
      Label value = new Label(page.pattern().get(row).value());
      value.getStyleClass().add("pattern-value");
      value.setWrapText(true);
      value.setMinHeight(USE_PREF_SIZE);
      GridPane.setValignment(name, javafx.geometry.VPos.TOP);
      pattern.addRow(row, name, value);
    }
  }

  /// Keeps the focus on the button of the same place.
  private static void fill(VBox box, List<? extends Node> nodes) {
    int focused = -1;
    for (int i = 0; i < box.getChildren().size(); i++) {
      focused = box.getChildren().get(i).isFocused() ? i : focused;
    }
    box.getChildren().setAll(nodes);
    if (focused >= 0 && focused < nodes.size()) {
      nodes.get(focused).requestFocus();
    }
  }

  private ToggleButton step(StepItem item) {
    Label title = new Label(item.title());
    title.getStyleClass().add("step-title");
    Label detail = new Label(item.detail());
    detail.getStyleClass().add("text-small-note");
    VBox words = new VBox(1, title, detail);
    HBox content = new HBox(10, sign(item), words);
    content.setAlignment(Pos.CENTER_LEFT);
    ToggleButton button = row(content, item.shown());
    button.setId("step-" + item.kind().id());
    button.setAccessibleText(item.title() + ", " + word(item.state()) + ", " + item.detail());
    button.setTooltip(new Tooltip(word(item.state()) + ". " + StageWords.question(item.kind())));
    button.setDisable(item.state() == StepState.LATER || item.state() == StepState.PASSED);
    button.setOnAction(_ -> {
      button.setSelected(true);
      model.showStage(item.kind());
    });
    return button;
  }

  private ToggleButton path(PathItem item) {
    Label name = new Label(item.name(), new FontIcon(Feather.GIT_BRANCH));
    name.getStyleClass().add("step-title");
    VBox words = new VBox(1, name);
    item.origin()
        .ifPresent(origin -> {
          Label note = new Label(origin);
          note.getStyleClass().add("text-small-note");
          words.getChildren().add(note);
        });
    ToggleButton button = row(words, item.shown());
    button.setId("path-" + item.name());
    button.setAccessibleText(
        Texts.of("explorer.path", item.name()) + " " + item.origin().orElse(""));
    button.setOnAction(_ -> {
      button.setSelected(true);
      model.showPath(item.name());
    });
    return button;
  }

  private static ToggleButton row(Node content, boolean shown) {
    ToggleButton button = new ToggleButton("", content);
    button.getStyleClass().add("step");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setSelected(shown);
    button.pseudoClassStateChanged(SHOWN, shown);
    return button;
  }

  private static StackPane sign(StepItem item) {
    StackPane sign = new StackPane();
    sign.getStyleClass().addAll("step-sign", "step-" + style(item.state()));
    switch (item.state()) {
      case DECIDED -> sign.getChildren().add(new FontIcon(Feather.CHECK));
      case OVERRIDDEN -> sign.getChildren().add(new FontIcon(Feather.USER_CHECK));
      case PASSED -> sign.getChildren().add(new FontIcon(Feather.MINUS));
      case RUNNING -> sign.getChildren().add(new FontIcon(Feather.ACTIVITY));
      case OPEN -> sign.getChildren().add(new FontIcon(Feather.EDIT_2));
      case LATER -> {}
    }
    return sign;
  }

  private static String style(StepState state) {
    return switch (state) {
      case LATER, PASSED -> "later";
      case OPEN -> "open";
      case RUNNING -> "running";
      case DECIDED -> "decided";
      case OVERRIDDEN -> "overridden";
    };
  }

  private static String word(StepState state) {
    return switch (state) {
      case LATER -> Texts.of("explorer.state.later");
      case OPEN -> Texts.of("explorer.state.open");
      case RUNNING -> Texts.of("explorer.state.running");
      case DECIDED -> Texts.of("explorer.state.decided");
      case OVERRIDDEN -> Texts.of("explorer.state.overridden");
      case PASSED -> Texts.of("explorer.state.passed");
    };
  }
}
