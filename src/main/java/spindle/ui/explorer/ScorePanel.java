package spindle.ui.explorer;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import spindle.ui.Texts;
import spindle.ui.plot.EdfPane;
import spindle.ui.plot.MeanPane;
import spindle.ui.plot.Plot;
import spindle.ui.plot.ScorePane;
import spindle.ui.plot.Scores;

/// The score distributions of the shown dimension, as dots with boxes, as distribution functions or
/// as means with intervals; beside them the design behind the dot under the mouse.
final class ScorePanel extends VBox {
  private static final Scores NONE = new Scores(List.of(), Texts.of("explorer.score"));

  private final ExplorerViewModel model;
  private final ScorePane strips = new ScorePane(NONE);
  private final EdfPane edf = new EdfPane(NONE, Texts.of("explorer.share"));
  private final MeanPane means = new MeanPane(NONE);
  private final StackPane plots = new StackPane(strips);
  private final DotPreview preview = new DotPreview();
  private final CheckBox reported = new CheckBox(Texts.of("explorer.reported"));
  private final Label reportedNote = new Label(Texts.of("explorer.reported.note"));

  /// Makes the panel.
  ///
  /// @param openTrial hears of the training whose dot was clicked
  ScorePanel(ExplorerViewModel model, Consumer<String> openTrial) {
    super(8);
    this.model = model;
    getStyleClass().addAll("panel", "score-panel");
    strips.setId("score-strips");
    strips.setAccessibleText(Texts.of("explorer.strips.name"));
    strips.setOnOpened(openTrial);
    strips.hoveredProperty().addListener(_ -> hover());
    edf.setId("score-edf");
    means.setId("score-means");
    reported.setId("reported");
    reported.setTooltip(new Tooltip(Texts.of("explorer.reported.tip")));
    reported.setOnAction(_ -> model.toggleReported());
    reported.setMinWidth(USE_PREF_SIZE);
    reportedNote.getStyleClass().addAll("text-small-note", "warning-text");
    reportedNote.visibleProperty().bind(reported.selectedProperty());
    reportedNote.managedProperty().bind(reported.selectedProperty());
    HBox body = new HBox(12, plots, preview);
    HBox.setHgrow(plots, Priority.ALWAYS);
    VBox.setVgrow(body, Priority.ALWAYS);
    plots.setMinHeight(120);
    getChildren().addAll(head(), body, reportedNote);
    model.pageProperty().addListener(_ -> show());
    show();
  }

  private HBox head() {
    Label title = new Label(Texts.of("explorer.scores"));
    title.getStyleClass().add("heading");
    title.setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    HBox kinds =
        new HBox(
            kind("explorer.strips", "explorer.strips.tip", strips, group),
            kind("explorer.edf", "explorer.edf.tip", edf, group),
            kind("explorer.means", "explorer.means.tip", means, group));
    kinds.getChildren().getFirst().getStyleClass().add(Styles.LEFT_PILL);
    kinds.getChildren().get(1).getStyleClass().add(Styles.CENTER_PILL);
    kinds.getChildren().getLast().getStyleClass().add(Styles.RIGHT_PILL);
    HBox head = new HBox(12, title, new Spacer(), reported, kinds);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private ToggleButton kind(String key, String tip, Node plot, ToggleGroup group) {
    ToggleButton button = new ToggleButton(Texts.of(key));
    button.setId(key.replace('.', '-'));
    button.getStyleClass().add(Styles.SMALL);
    button.setTooltip(new Tooltip(Texts.of(tip)));
    button.setToggleGroup(group);
    button.setSelected(plot.equals(strips));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> {
      button.setSelected(true); // a second click would unmark it
      plots.getChildren().setAll(plot);
    });
    return button;
  }

  private void show() {
    Optional<StageBoard> board = model.page().board();
    Scores scores = board.map(b -> b.scores(Texts.of("explorer.score"))).orElse(NONE);
    if (!scores.equals(strips.scoresProperty().get())) {
      strips.scoresProperty().set(scores);
      edf.scoresProperty().set(scores);
      means.scoresProperty().set(scores);
    }
    hover();
  }

  private void hover() {
    Optional<DotView> dot =
        strips
            .hoveredProperty()
            .get()
            .flatMap(mark -> model.page().board().map(board -> board.dots().get(mark.trial())));
    preview.show(dot);
  }

  /// Returns what is shown, for a file.
  Plot plotShown() {
    Node shown = plots.getChildren().getFirst();
    return shown.equals(edf) ? edf.plot() : shown.equals(means) ? means.plot() : strips.plot();
  }
}
