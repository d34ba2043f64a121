package spindle.ui.welcome;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import spindle.ui.support.Views;
import spindle.ui.welcome.WelcomeViewModel.State;

/// The welcome page: the sample study, a new one, another file, and the recent ones.
public final class WelcomeView extends VBox {
  private static final double ROW = 46;

  private final WelcomeViewModel model;
  private final Supplier<@Nullable File> chooser;

  private final Label message;
  private final HBox titleLine;
  private final ListView<RecentStudy> recent;

  /// Makes the page of a model.
  ///
  /// @param chooser asks the user for a study's file; null if they gave up
  /// @param newStudy goes to the set-up of a new study
  public WelcomeView(WelcomeViewModel model, Supplier<@Nullable File> chooser, Runnable newStudy) {
    this.model = model;
    this.chooser = chooser;
    Views parts = Views.load(this);
    Button sample = parts.part("sample", Button.class);
    Button fresh = parts.part("fresh", Button.class);
    Button open = parts.part("open", Button.class);
    message = parts.part("message", Label.class);
    titleLine = parts.part("titleLine", HBox.class);
    recent = recentList(parts);
    BooleanBinding opening =
        Bindings.createBooleanBinding(
            () -> model.stateProperty().get() instanceof State.Opening, model.stateProperty());
    sample.disableProperty().bind(opening);
    fresh.disableProperty().bind(opening);
    open.disableProperty().bind(opening);
    sample.setOnAction(_ -> model.openSample());
    fresh.setOnAction(_ -> newStudy.run());
    open.setOnAction(_ -> choose());
    message.managedProperty().bind(Bindings.isNotEmpty(message.textProperty()));
    recent.setItems(model.recent());
    recent
        .prefHeightProperty()
        .bind(Bindings.size(recent.getItems()).multiply(ROW).map(WelcomeView::listHeight));
    recent.setCellFactory(_ -> new Cell());
    recent.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    recent.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> openOn(event.getClickCount()));
    model.stateProperty().addListener(_ -> show());
    show();
    model.refresh();
  }

  /// Adds a menu at the end of the title's line.
  public void add(MenuButton menu) {
    titleLine.getChildren().add(menu);
  }

  /// Returns the file of the recent study that is marked, if one is.
  public Optional<Path> chosen() {
    return Optional.ofNullable(recent.getSelectionModel().getSelectedItem()).map(RecentStudy::file);
  }

  @SuppressWarnings("unchecked") // FXML knows no type arguments
  private static ListView<RecentStudy> recentList(Views parts) {
    return parts.part("recent", ListView.class);
  }

  /// As high as its studies, so that it does not look empty.
  private static double listHeight(Number rows) {
    return Math.clamp(rows.doubleValue(), 2 * ROW, 8 * ROW);
  }

  private void show() {
    message.setText(
        switch (model.stateProperty().get()) {
          case State.Ready _ -> "";
          case State.Opening(String name) -> spindle.ui.Texts.of("welcome.opening", name);
          case State.Failed(String reason) -> reason;
        });
    message.getStyleClass().remove("problem");
    if (model.stateProperty().get() instanceof State.Failed) {
      message.getStyleClass().add("problem");
    }
  }

  private void choose() {
    File file = chooser.get();
    if (file != null) {
      model.open(file.toPath());
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      openSelected();
      event.consume();
    }
  }

  private void openOn(int clicks) {
    if (clicks == 2) {
      openSelected();
    }
  }

  private void openSelected() {
    RecentStudy chosen = recent.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.open(chosen.file());
    }
  }

  /// A recent study: its name, its state, its file.
  private final class Cell extends ListCell<RecentStudy> {
    private final Hyperlink name = new Hyperlink();
    private final Label state = new Label();
    private final VBox box = new VBox(1, name, state);

    private Cell() {
      state.getStyleClass().add("text-small-note");
      name.setFocusTraversable(false);
    }

    @Override
    protected void updateItem(@Nullable RecentStudy study, boolean empty) {
      super.updateItem(study, empty);
      if (empty || study == null) {
        setGraphic(null);
        return;
      }
      name.setText(study.name());
      name.setOnAction(_ -> model.open(study.file()));
      state.setText(study.state() + " \u00b7 " + study.file());
      setGraphic(box);
    }
  }
}
