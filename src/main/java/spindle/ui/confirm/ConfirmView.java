package spindle.ui.confirm;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.study.StudyCommand;
import spindle.ui.Texts;
import spindle.ui.explorer.Clip;
import spindle.ui.explorer.ExplorerView;
import spindle.ui.explorer.Told;
import spindle.ui.plot.PicturePane;
import spindle.ui.stack.StackPlot;
import spindle.ui.support.CommandMenu;

/// The page that confirms the chosen pattern and exports it: at the left pattern and contenders, at
/// the right its JSON and what else can be saved.
public final class ConfirmView extends HBox {
  private final ConfirmViewModel model;
  private final FileChoice files;
  private final PlanForm form;
  private final ComboBox<String> paths = new ComboBox<>();
  private final PicturePane picture =
      new PicturePane(new StackPlot(List.of(), List.of(), List.of()));
  private final Label words = new Label();
  private final Label budget = new Label();
  private final Label told = new Label();
  private final JsonView json = new JsonView();
  private final Button copy = button("confirm-copy", Texts.of("confirm.copy"), Feather.COPY);
  private final Button save = button("confirm-save", Texts.of("confirm.save"), Feather.SAVE);

  /// Makes the page of a model.
  ///
  /// @param files asks the user for files
  public ConfirmView(ConfirmViewModel model, FileChoice files) {
    super(14);
    this.model = model;
    this.files = files;
    form = new PlanForm(model);
    URL sheet = ExplorerView.class.getResource("explorer.css");
    getStylesheets().add(Objects.requireNonNull(sheet, "no explorer.css").toExternalForm());
    getStyleClass().addAll("page", "confirm");
    VBox left = new VBox(14, pattern(), confirmation());
    VBox.setVgrow(left.getChildren().getLast(), Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(left);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("page-scroll");
    scroll.setMinWidth(420);
    scroll.setPrefWidth(640);
    VBox right = new VBox(14, preview(), new TransferPanel(model, files));
    VBox.setVgrow(right.getChildren().getFirst(), Priority.ALWAYS);
    right.setPrefWidth(600);
    right.setMinWidth(380);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(scroll, right);
    model.pageProperty().addListener(_ -> show());
    model.toldProperty().addListener(_ -> tell());
    show();
    tell();
  }

  /// Ends listening to the study. Call it when the study is closed.
  public void close() {
    model.close();
  }

  private static Button button(String id, String text, Feather icon) {
    Button button = new Button(text, new FontIcon(icon));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static Label heading(String text, String tip) {
    Label label = new Label(text);
    label.getStyleClass().add("heading");
    label.setMinWidth(USE_PREF_SIZE);
    label.setTooltip(new Tooltip(tip));
    return label;
  }

  private VBox pattern() {
    paths.setId("confirm-path");
    paths.setAccessibleText(Texts.of("explorer.paths"));
    paths.setTooltip(new Tooltip(Texts.of("explorer.paths.tip")));
    paths.setOnAction(_ -> {
      String chosen = paths.getValue();
      if (chosen != null && !chosen.equals(model.page().path())) {
        model.showPath(chosen);
      }
    });
    HBox head =
        new HBox(
            10,
            heading(Texts.of("confirm.pattern"), Texts.of("explorer.pattern.tip")),
            new Spacer(),
            paths);
    head.setAlignment(Pos.CENTER_LEFT);
    picture.setPrefHeight(84);
    picture.setMinHeight(64);
    words.getStyleClass().add("number");
    words.setWrapText(true);
    words.setId("confirm-words");
    budget.getStyleClass().add("text-small-note");
    VBox panel = new VBox(8, head, picture, words, budget);
    panel.getStyleClass().add("panel");
    panel.setMinHeight(USE_PREF_SIZE);
    return panel;
  }

  private VBox confirmation() {
    HBox head =
        new HBox(
            10,
            heading(Texts.of("confirm.title"), Texts.of("confirm.title.tip")),
            new Spacer(),
            new CommandMenu()
                .with(
                    Texts.of("confirm.start"),
                    () ->
                        form.plan()
                            .flatMap(plan ->
                                model.twin(new StudyCommand.Confirm(model.page().path(), plan)))
                            .orElse(""))
                .with(
                    Texts.of("explorer.run"),
                    () -> model.twin(new StudyCommand.Start(model.page().path())).orElse("")));
    head.setAlignment(Pos.CENTER_LEFT);
    ContenderPanel contenders = new ContenderPanel(model);
    VBox.setVgrow(contenders, Priority.ALWAYS);
    Label note = new Label(Texts.of("confirm.note"));
    note.getStyleClass().add("text-small-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    VBox panel = new VBox(10, head, note, form, contenders);
    panel.getStyleClass().add("panel");
    return panel;
  }

  private VBox preview() {
    copy.getStyleClass().add(Styles.SMALL);
    copy.setTooltip(new Tooltip(Texts.of("confirm.copy.tip")));
    copy.setOnAction(_ -> found().ifPresent(f -> Clip.copy(f.json())));
    save.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    save.setTooltip(new Tooltip(Texts.of("confirm.save.tip")));
    save.setOnAction(_ -> files.save("pattern.json").ifPresent(model::savePattern));
    Button trials = button("confirm-trials", Texts.of("confirm.trials"), Feather.LIST);
    trials.getStyleClass().add(Styles.SMALL);
    trials.setTooltip(new Tooltip(Texts.of("confirm.trials.tip")));
    trials.setOnAction(_ -> files.table("trials").ifPresent(model::saveTrials));
    Node plots = new PlotSaver(model, files).menu();
    plots.getStyleClass().add(Styles.SMALL);
    HBox head =
        new HBox(8, heading(Texts.of("confirm.json"), Texts.of("confirm.json.tip")), new Spacer());
    head.getChildren().addAll(copy, save);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox foot = new HBox(8, trials, plots, commands(), new Spacer(), told);
    foot.setAlignment(Pos.CENTER_LEFT);
    told.setId("confirm-told");
    VBox.setVgrow(json, Priority.ALWAYS);
    json.setId("confirm-json");
    VBox panel = new VBox(10, head, json, foot);
    panel.getStyleClass().add("panel");
    return panel;
  }

  private CommandMenu commands() {
    return new CommandMenu()
        .with(
            Texts.of("confirm.save"),
            () ->
                model.line(
                    "export", List.of("--pattern", "pattern.json", "--path", model.page().path())))
        .with(
            Texts.of("confirm.trials"), () -> model.line("trials", List.of("--out", "trials.csv")));
  }

  private java.util.Optional<ConfirmPage.Chosen.Found> found() {
    return model.page().pattern() instanceof ConfirmPage.Chosen.Found found
        ? java.util.Optional.of(found)
        : java.util.Optional.empty();
  }

  private void show() {
    ConfirmPage page = model.page();
    if (!paths.getItems().equals(page.paths())) {
      paths.getItems().setAll(page.paths());
    }
    paths.setValue(page.path());
    paths.setVisible(page.paths().size() > 1);
    switch (page.pattern()) {
      case ConfirmPage.Chosen.Found found -> {
        picture.plotProperty().set(found.picture());
        words.setText(found.words());
        budget.setText(found.budget());
        json.show(found.json());
      }
      case ConfirmPage.Chosen.Missing missing -> {
        words.setText(missing.why());
        budget.setText(Texts.of("confirm.missing"));
        json.show("");
      }
    }
    boolean there = found().isPresent();
    picture.setVisible(there);
    picture.setManaged(there);
    copy.setDisable(!there);
    save.setDisable(!there);
  }

  private void tell() {
    Told answer = model.toldProperty().get();
    told.setText(answer.text());
    told.setTooltip(answer.text().isEmpty() ? null : new Tooltip(answer.text()));
    told.getStyleClass().setAll("label", answer.tone() == Told.Tone.DONE ? "told" : "problem");
  }
}
