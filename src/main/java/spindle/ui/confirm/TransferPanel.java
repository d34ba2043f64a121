package spindle.ui.confirm;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;
import spindle.ui.plot.PicturePane;
import spindle.ui.session.CommandTwin;
import spindle.ui.stack.StackPlot;
import spindle.ui.support.CommandMenu;

/// A pattern from a file, carried over to a backbone of another depth and width.
final class TransferPanel extends VBox {
  private final ConfirmViewModel model;
  private final FileChoice files;
  private final ComboBox<String> target = new ComboBox<>();
  private final Label source = new Label(Texts.of("confirm.import.none"));
  private final PicturePane picture =
      new PicturePane(new StackPlot(List.of(), List.of(), List.of()));
  private Optional<Path> opened = Optional.empty();
  private final Label words = new Label();
  private final Label budget = new Label();
  private final Button save =
      new Button(Texts.of("confirm.import.save"), new FontIcon(Feather.SAVE));

  TransferPanel(ConfirmViewModel model, FileChoice files) {
    super(8);
    this.model = model;
    this.files = files;
    getStyleClass().add("panel");
    Label title = new Label(Texts.of("confirm.import.title"));
    title.getStyleClass().add("heading");
    title.setTooltip(new Tooltip(Texts.of("confirm.import.tip")));
    Button open = new Button(Texts.of("confirm.import"), new FontIcon(Feather.UPLOAD));
    open.setId("confirm-import");
    open.getStyleClass().add(Styles.SMALL);
    open.setMinWidth(USE_PREF_SIZE);
    open.setTooltip(new Tooltip(Texts.of("confirm.import.tip")));
    open.setOnAction(_ -> files.pattern().ifPresent(this::open));
    save.setId("confirm-transfer-save");
    save.getStyleClass().add(Styles.SMALL);
    save.setMinWidth(USE_PREF_SIZE);
    save.setOnAction(_ -> save());
    List<String> names = new ArrayList<>(List.of(Texts.of("confirm.import.own")));
    KnownShape.ALL.forEach(shape -> names.add(shape.name()));
    target.getItems().setAll(names);
    target.getSelectionModel().selectFirst();
    target.setId("confirm-target");
    target.setAccessibleText(Texts.of("confirm.import.target"));
    target.setTooltip(new Tooltip(Texts.of("confirm.import.target")));
    target.setOnAction(_ -> model.transferTo(chosen()));
    CommandMenu commands = new CommandMenu().with(Texts.of("confirm.import"), this::twin);
    HBox titleLine = new HBox(8, title, new Spacer(), commands);
    titleLine.setAlignment(Pos.CENTER_LEFT);
    HBox head = new HBox(8, open, target, save);
    head.setAlignment(Pos.CENTER_LEFT);
    source.getStyleClass().add("text-small-note");
    source.setWrapText(true);
    words.getStyleClass().add("number");
    budget.getStyleClass().add("text-muted");
    budget.setWrapText(true);
    budget.setId("confirm-transfer-budget");
    picture.setPrefHeight(74);
    picture.setMinHeight(60);
    getChildren().addAll(titleLine, head, source, picture, words, budget);
    model.transferredProperty().addListener(_ -> show());
    show();
  }

  private void open(Path file) {
    opened = Optional.of(file);
    model.open(file, chosen());
  }

  /// The command line knows backbones, not shapes alone.
  private String twin() {
    return opened
        .filter(_ -> chosen().isEmpty())
        .flatMap(file ->
            model
                .backbone()
                .map(name ->
                    CommandTwin.line(
                        List.of(
                            "design", "transfer", file.toString(), "--backbone", name, "--json"))))
        .orElse("");
  }

  private Optional<KnownShape> chosen() {
    int index = target.getSelectionModel().getSelectedIndex();
    return index < 1 ? Optional.empty() : Optional.of(KnownShape.ALL.get(index - 1));
  }

  private void save() {
    model
        .transferredProperty()
        .get()
        .filter(result -> !result.json().isEmpty())
        .ifPresent(
            result -> files.save("design.json").ifPresent(file -> model.save(file, result.json())));
  }

  private void show() {
    Optional<Transferred> result = model.transferredProperty().get();
    for (var node : List.of(picture, words, budget)) {
      node.setVisible(result.isPresent());
      node.setManaged(result.isPresent());
    }
    save.setDisable(result.filter(r -> !r.json().isEmpty()).isEmpty());
    result.ifPresent(r -> {
      source.setText(Texts.of("confirm.import.from", r.source(), r.target()));
      picture.plotProperty().set(r.picture());
      words.setText(r.words());
      budget.setText(r.budget());
    });
  }
}
