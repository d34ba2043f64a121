package spindle.ui.setup;

import java.util.List;
import javafx.beans.DefaultProperty;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;

/// A part of a form that is closed until it is asked for, or until something in it is wrong;
/// closed, it says how much of it is not as usual.
@DefaultProperty("parts")
public final class Fold extends VBox {

  private final ToggleButton header = new ToggleButton();
  private final Label summary = new Label();
  private final ObservableList<Node> parts = FXCollections.observableArrayList();
  private final HBox line = new HBox(8, header, summary);
  private String key = "";

  /// Makes a closed part without a name; FXML gives it its key and what it holds.
  public Fold() {
    super(12);
    getStyleClass().add("fold");
    line.getStyleClass().add("fold-line");
    header.getStyleClass().add("fold-header");
    summary.getStyleClass().add("text-small-note");
    FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    header.setGraphic(arrow);
    header.setMinWidth(USE_PREF_SIZE);
    header
        .selectedProperty()
        .subscribe(open -> arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    InvalidationListener shown = _ -> show();
    header.selectedProperty().addListener(shown);
    parts.addListener(shown);
    show();
  }

  /// Puts what it holds into the scene while it is open: fields that nobody sees would cost their
  /// style each time the page is shown.
  private void show() {
    getChildren().setAll(line);
    if (header.isSelected()) {
      getChildren().addAll(parts);
    }
  }

  /// Returns what it holds, from top to bottom.
  public ObservableList<Node> getParts() {
    return parts;
  }

  /// Returns the key of its texts.
  public String getKey() {
    return key;
  }

  /// Sets the key of its texts, such as `setup.details`: its name, and its tip under `.tip`.
  public void setKey(String key) {
    this.key = key;
    header.setText(Texts.of(key));
    header.setTooltip(new Tooltip(Texts.of(key + ".tip")));
    header.setAccessibleHelp(Texts.of(key + ".tip"));
    header.setId(key.replace('.', '-'));
    summary.setId(header.getId() + "-summary");
  }

  /// Whether it is open.
  BooleanProperty openProperty() {
    return header.selectedProperty();
  }

  /// Follows what it holds.
  ///
  /// @param fields in it
  /// @param choices how many of the lists in it are not as usual
  void follow(SetupViewModel model, List<SetupField> fields, Changed choices) {
    InvalidationListener count =
        _ -> {
          long changed =
              fields.stream()
                      .filter(field -> !model.text(field).get().strip().equals(field.usual()))
                      .count()
                  + choices.count(model.options().now());
          summary.setText(
              changed == 0 ? Texts.of("setup.fold.usual") : Texts.of("setup.fold", changed));
        };
    fields.forEach(field -> {
      model.text(field).addListener(count);
      model
          .problem(field)
          .subscribe(problem -> {
            if (!problem.isEmpty()) {
              header.setSelected(true);
            }
          });
    });
    model.options().listen(count);
    count.invalidated(model.text(fields.getFirst()));
  }

  /// Counts lists in which another choice than the usual one is made.
  interface Changed {
    /// Returns their number.
    long count(SetupOptions options);
  }
}
