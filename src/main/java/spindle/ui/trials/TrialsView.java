package spindle.ui.trials;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;
import spindle.ui.plot.ParallelPane;
import spindle.ui.support.CommandMenu;

/// The trials page: a table of all trainings, parallel coordinates over their dimensions, and a
/// comparison of those that are chosen.
public final class TrialsView extends VBox {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /// What a training is known and judged by comes first, the longest last.
  private static final List<TrialField> COLUMNS =
      List.of(
          TrialField.NUMBER,
          TrialField.CANDIDATE,
          TrialField.TASK,
          TrialField.SCORE,
          TrialField.DIMENSION,
          TrialField.STATE,
          TrialField.GROUPING,
          TrialField.ALLOCATION,
          TrialField.TUNED,
          TrialField.PARAMETERS,
          TrialField.TIME,
          TrialField.STRATEGIES);

  private final TrialsViewModel model;
  private final Runnable export;
  private final CommandMenu commands;
  private final ObservableList<TrialRow> shown; // held here, for it listens to its model weakly
  private final TableView<TrialRow> table = new TableView<>();
  private final ParallelPane parallel;
  private final Label count = new Label();
  private final Label none = new Label();
  private String marked = "";

  /// Makes the page of a model.
  ///
  /// @param export asks the user for a file and writes the table to it
  /// @param commands the command lines of the page's actions
  public TrialsView(TrialsViewModel model, Runnable export, CommandMenu commands) {
    this.model = model;
    this.commands = commands;
    this.shown = model.shown();
    this.export = export;
    this.parallel = new ParallelPane(model.parallel());
    parallel.setAccessibleText(Texts.of("trials.parallel.name"));
    getStyleClass().add("page");
    fillTable();
    parallel
        .brushesProperty()
        .addListener(
            (_, _, now) -> model.brush(TrialsViewModel.chosen(parallel.dataProperty().get(), now)));
    SplitPane split = new SplitPane(tablePanel(), side());
    split.setDividerPositions(0.62);
    split.getStyleClass().add("plain-split");
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().add(split);
    shown.addListener((ListChangeListener<TrialRow>) _ -> showCount());
    showCount();
  }

  private void fillTable() {
    table.setId("trials-table");
    table.setAccessibleText(Texts.of("nav.trials"));
    table.getStyleClass().addAll(Styles.STRIPED, Styles.DENSE, Tweaks.EDGE_TO_EDGE);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    COLUMNS.forEach(field -> table.getColumns().add(column(field)));
    SortedList<TrialRow> sorted = new SortedList<>(shown);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TrialRow>) _ -> model.choose(chosen()));
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copy();
            event.consume();
          }
        });
    none.getStyleClass().add("text-muted");
    table.setPlaceholder(none);
  }

  /// The column sorts whole rows, so that numbers sort as numbers.
  private static TableColumn<TrialRow, TrialRow> column(TrialField field) {
    TableColumn<TrialRow, TrialRow> column = new TableColumn<>();
    Label title = new Label(field.title());
    title.setTooltip(new Tooltip(field.tip()));
    title.setMinWidth(USE_PREF_SIZE);
    column.setGraphic(title);
    column.setId("column-" + field);
    column.setCellValueFactory(
        cell -> new javafx.beans.property.ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setComparator(field.order());
    column.setCellFactory(_ -> new TrialCell(field));
    column.setPrefWidth(
        switch (field) {
          case NUMBER -> 48;
          case SCORE, TIME, TASK -> 74;
          case GROUPING, STATE -> 84;
          case ALLOCATION, PARAMETERS -> 96;
          case TUNED -> 104;
          case CANDIDATE, DIMENSION -> 114;
          case STRATEGIES -> 160;
        });
    return column;
  }

  private List<TrialRow> chosen() {
    return List.copyOf(table.getSelectionModel().getSelectedItems());
  }

  private VBox tablePanel() {
    TextField filter = new TextField();
    filter.setId("trials-filter");
    filter.setPromptText(Texts.of("trials.filter"));
    filter.setTooltip(new Tooltip(Texts.of("trials.filter.tip")));
    filter.setAccessibleText(Texts.of("trials.filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.setPrefWidth(260);
    count.getStyleClass().add("text-small-note");
    Button copy = button("trials.copy", Feather.COPY);
    copy.disableProperty()
        .bind(javafx.beans.binding.Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
    copy.setOnAction(_ -> copy());
    Button save = button("trials.export", Feather.DOWNLOAD);
    save.setOnAction(_ -> export.run());
    HBox head = new HBox(10, filter, count, new Spacer(), copy, save, commands);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox panel = new VBox(10, head, table);
    panel.getStyleClass().add("panel");
    return panel;
  }

  /// Marks a training whenever another one is wanted; one that is not there yet when it comes.
  ///
  /// @param wanted id of a training; empty for none
  /// @return ends it when run
  public Runnable follow(ObservableStringValue wanted) {
    InvalidationListener mark = _ -> mark(wanted.get());
    wanted.addListener(mark);
    table.getItems().addListener(mark);
    mark(wanted.get());
    return () -> wanted.removeListener(mark);
  }

  private void mark(String id) {
    if (id.isEmpty() || id.equals(marked)) {
      return;
    }
    for (TrialRow row : table.getItems()) {
      if (row.id().equals(id)) {
        marked = id;
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(row);
        table.scrollTo(row);
        return;
      }
    }
  }

  private static Button button(String key, Feather icon) {
    Button button = new Button(Texts.of(key), new FontIcon(icon));
    button.setId(key.replace('.', '-'));
    button.getStyleClass().add(Styles.SMALL);
    button.setTooltip(new Tooltip(Texts.of(key + ".tip")));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private SplitPane side() {
    Label title = new Label(Texts.of("trials.parallel"));
    title.getStyleClass().add("heading");
    Button refresh = button("trials.refresh", Feather.REFRESH_CW);
    refresh.setOnAction(_ -> parallel.dataProperty().set(model.parallel()));
    HBox head = new HBox(10, title, new Spacer(), refresh);
    head.setAlignment(Pos.CENTER_LEFT);
    Label hint = new Label(Texts.of("trials.parallel.hint"));
    hint.getStyleClass().add("text-small-note");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(parallel, Priority.ALWAYS);
    VBox upper = new VBox(8, head, parallel, hint);
    upper.getStyleClass().add("panel");
    SplitPane split = new SplitPane(upper, new ChosenPanel(model));
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.56);
    split.getStyleClass().add("plain-split");
    return split;
  }

  private void showCount() {
    none.setText(Texts.of(model.total() == 0 ? "trials.empty" : "trials.none"));
    count.setText(Texts.of("trials.count", model.shown().size(), model.total()));
    if (parallel.brushesProperty().get().isEmpty()
        && parallel.dataProperty().get().rows().isEmpty()) {
      parallel.dataProperty().set(model.parallel());
    }
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.copied(chosen()));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
