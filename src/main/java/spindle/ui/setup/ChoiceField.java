package spindle.ui.setup;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import spindle.ui.Texts;

/// A labelled list of a form from which one is chosen.
public final class ChoiceField extends VBox {

  private final Label label = new Label();
  private String key = "";

  /// Makes a field without a name; FXML gives it its key.
  public ChoiceField() {
    super(4);
    setPrefWidth(120);
    getStyleClass().add("form-field");
    label.getStyleClass().add("field-label");
    getChildren().add(label);
  }

  /// Returns the key of its texts.
  public String getKey() {
    return key;
  }

  /// Sets the key of its texts, such as `setup.metric`: its name, and its tip under `.tip`; the
  /// words for each choice are under such as `choice.metric.bleu`.
  public void setKey(String key) {
    this.key = key;
    label.setText(Texts.of(key));
    label.setTooltip(new Tooltip(Texts.of(key + ".tip")));
  }

  /// Shows what can be chosen.
  <E extends Enum<E>> void bind(ObjectProperty<E> chosen, List<E> choices) {
    ComboBox<E> box = new ComboBox<>(FXCollections.observableArrayList(choices));
    box.setId(key.replace('.', '-'));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setTooltip(new Tooltip(Texts.of(key + ".tip")));
    box.setAccessibleText(Texts.of(key));
    box.setAccessibleHelp(Texts.of(key + ".tip"));
    box.setConverter(new Words<>(key, choices));
    box.valueProperty().bindBidirectional(chosen);
    label.setLabelFor(box);
    getChildren().add(box);
  }

  /// Words for choices.
  private static final class Words<E extends Enum<E>> extends StringConverter<@Nullable E> {
    private final String key;
    private final List<E> choices;

    Words(String key, List<E> choices) {
      this.key = key;
      this.choices = choices;
    }

    @Override
    public String toString(@Nullable E choice) {
      return choice == null
          ? ""
          : Texts.of(
              key.replace("setup.", "choice.")
                  + "."
                  + choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public @Nullable E fromString(String words) {
      return choices.stream()
          .filter(e -> Objects.equals(toString(e), words))
          .findFirst()
          .orElse(null);
    }
  }
}
