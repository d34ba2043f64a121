package spindle.ui.confirm;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import spindle.ui.Texts;
import spindle.ui.plot.MeanPane;
import spindle.ui.plot.Scores;

/// The contenders of a confirmation with their intervals, drawn and in numbers, as they grow.
final class ContenderPanel extends VBox {
  private static final Scores NONE = new Scores(List.of(), Texts.of("explorer.score"));

  private final ConfirmViewModel model;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label progress = new Label();
  private final MeanPane means = new MeanPane(NONE);
  private final GridPane table = new GridPane(16, 5);

  ContenderPanel(ConfirmViewModel model) {
    super(8);
    this.model = model;
    progress.getStyleClass().add("text-small-note");
    progress.setId("confirm-progress");
    progress.setMinWidth(USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setPrefHeight(8);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox line = new HBox(10, bar, progress);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    means.setMinHeight(170);
    means.setPrefHeight(210);
    means.setId("confirm-means");
    means.setAccessibleText(Texts.of("confirm.means.name"));
    VBox.setVgrow(means, Priority.ALWAYS);
    table.setId("confirm-table");
    table.getStyleClass().add("contender-table");
    getChildren().addAll(line, table, means);
    model.pageProperty().addListener(_ -> show());
    show();
  }

  private void show() {
    Optional<ConfirmPage.Standing> standing = model.page().confirmation();
    setVisible(standing.isPresent());
    setManaged(standing.isPresent());
    standing.ifPresent(this::show);
  }

  private void show(ConfirmPage.Standing standing) {
    bar.setProgress(standing.ended() / (double) Math.max(1, standing.total()));
    progress.setText(Texts.of("confirm.progress", standing.ended(), standing.total()));
    if (!means.scoresProperty().get().equals(standing.scores())) {
      means.scoresProperty().set(standing.scores());
    }
    table.getChildren().clear();
    head(0, Texts.of("confirm.contender"), Texts.of("confirm.contender.tip"));
    head(1, Texts.of("confirm.seeds"), Texts.of("confirm.repetitions.tip"));
    head(2, Texts.of("confirm.mean"), Texts.of("confirm.mean.tip"));
    head(3, Texts.of("confirm.ahead"), Texts.of("confirm.ahead.tip"));
    head(4, Texts.of("confirm.p"), Texts.of("confirm.p.tip"));
    int row = 1;
    for (ConfirmPage.Row contender : standing.contenders()) {
      show(contender, row, standing.plan().repetitions());
      row++;
    }
  }

  private void head(int column, String text, String tip) {
    Label label = new Label(text);
    label.getStyleClass().add("caption");
    label.setTooltip(new Tooltip(tip));
    table.add(label, column, 0);
  }

  private void show(ConfirmPage.Row contender, int row, int repetitions) {
    Label name = new Label(contender.name());
    name.getStyleClass().add(row == 1 ? "number" : "label");
    name.setMinWidth(USE_PREF_SIZE);
    table.add(name, 0, row);
    if (!contender.note().isEmpty()) {
      Label note = new Label(Texts.of("confirm.refused", contender.note()));
      note.getStyleClass().add("text-small-note");
      note.setTooltip(new Tooltip(contender.note()));
      table.add(note, 1, row, 4, 1);
      return;
    }
    table.add(new Label(contender.repetitions() + " / " + repetitions), 1, row);
    table.add(new Label(contender.mean()), 2, row);
    table.add(new Label(contender.ahead()), 3, row);
    table.add(new Label(contender.probability()), 4, row);
  }
}
