package spindle.ui.trials;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import spindle.ui.Texts;
import spindle.ui.session.OutcomeWords;

/// What is known of the trainings that are chosen: all of one, of several what differs; and the
/// texts that they wrote.
final class ChosenPanel extends VBox {

  private final TrialsViewModel model;
  private final Label title = new Label();
  private final VBox content = new VBox(10);
  private final ScrollPane scroll = new ScrollPane(content);

  ChosenPanel(TrialsViewModel model) {
    super(8);
    this.model = model;
    getStyleClass().add("panel");
    setMinHeight(0);
    title.getStyleClass().add("heading");
    title.setTooltip(new Tooltip(Texts.of("trials.compare.hint")));
    content.setId("trials-chosen");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll);
    model.chosenProperty().addListener(_ -> show());
    show();
  }

  private void show() {
    List<TrialRow> rows = model.chosenProperty().get();
    content.getChildren().clear();
    title.setText(
        rows.size() == 1
            ? Texts.of("trials.one", rows.getFirst().number())
            : Texts.of("trials.compare"));
    scroll.setHbarPolicy(
        rows.size() == 1 ? ScrollPane.ScrollBarPolicy.NEVER : ScrollPane.ScrollBarPolicy.AS_NEEDED);
    if (rows.size() == 1) {
      showOne(rows.getFirst());
    } else if (model.comparisonProperty().get().isPresent()) {
      content.getChildren().add(table(model.comparisonProperty().get().get()));
      showTexts(rows);
    } else {
      content.getChildren().add(words(Texts.of("trials.compare.hint"), "text-muted"));
    }
  }

  /// The texts stand before what the table shows too.
  private void showOne(TrialRow row) {
    row.outcome()
        .map(OutcomeWords::sentence)
        .ifPresent(words -> content.getChildren().add(sentence(row, words)));
    showTexts(List.of(row));
    GridPane fields = new GridPane(18, 5);
    for (TrialField field : TrialField.values()) {
      if (field != TrialField.NUMBER && field != TrialField.SCORE) {
        fields.addRow(fields.getRowCount(), explained(field), words(field.text(row), "number"));
      }
    }
    content.getChildren().add(fields);
  }

  private void showTexts(List<TrialRow> rows) {
    List<Writing> written = Writing.of(rows);
    if (!written.isEmpty()) {
      content.getChildren().add(heading());
      written.forEach(writing -> content.getChildren().add(card(writing, rows.size())));
    }
  }

  private static Label sentence(TrialRow row, String text) {
    return words(text, row.score().isPresent() ? "group-title" : "problem");
  }

  private static GridPane table(Comparison shown) {
    GridPane grid = new GridPane(18, 6);
    IntStream.range(0, shown.numbers().size())
        .forEach(i -> grid.add(cell(shown.numbers().get(i), "group-title"), i + 1, 0));
    for (int line = 0; line < shown.lines().size(); line++) {
      grid.add(cell(shown.lines().get(line).title(), "text-muted"), 0, line + 1);
      for (int i = 0; i < shown.numbers().size(); i++) {
        grid.add(cell(shown.lines().get(line).values().get(i), "number"), i + 1, line + 1);
      }
    }
    return grid;
  }

  private static Label heading() {
    Label label = cell(Texts.of("trials.written"), "field-label");
    label.setTooltip(new Tooltip(Texts.of("trials.written.tip")));
    return label;
  }

  private static Node card(Writing writing, int trainings) {
    GridPane grid = new GridPane(12, 4);
    grid.getStyleClass().add("written-text");
    row(grid, Texts.of("trials.written.source"), words(writing.source(), "label"));
    row(grid, Texts.of("trials.written.reference"), words(writing.reference(), "label"));
    for (Writing.Line line : writing.lines()) {
      String who =
          trainings == 1
              ? Texts.of("trials.written.text")
              : Texts.of("trials.written.by", line.number());
      boolean nothing = line.written().isEmpty();
      Label text =
          words(
              nothing ? Texts.of("trials.written.nothing") : line.written(),
              nothing ? "text-muted" : writing.isExact(line) ? "written-exact" : "number");
      row(grid, who, text);
    }
    return grid;
  }

  private static void row(GridPane grid, String title, Label text) {
    Label name = cell(title, "text-small-note");
    GridPane.setValignment(name, VPos.TOP);
    GridPane.setHgrow(text, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), name, text);
  }

  private static Label explained(TrialField field) {
    Label label = cell(field.title(), "text-muted");
    label.setTooltip(new Tooltip(field.tip()));
    return label;
  }

  /// Text that is not cut.
  private static Label cell(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// Text that goes on in the next line.
  private static Label words(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
