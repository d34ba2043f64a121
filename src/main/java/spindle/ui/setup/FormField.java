package spindle.ui.setup;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import spindle.ui.Texts;

/// A labelled field of a form with the words for what is wrong under it.
public final class FormField extends VBox {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Label label = new Label();
  private final TextField text = new TextField();
  private final HBox line = new HBox(8, text);
  private final Label problem = new Label();
  private String key = "";

  /// Makes a field without a name; FXML gives it its key.
  public FormField() {
    super(4);
    setPrefWidth(120); // so that fields in a row are equally wide, whatever is said below them
    getStyleClass().add("form-field");
    label.getStyleClass().add("field-label");
    label.setLabelFor(text);
    problem.getStyleClass().addAll("problem", "field-problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setPrefColumnCount(6);
    getChildren().addAll(label, line, problem);
  }

  /// Returns the key of its texts.
  public String getKey() {
    return key;
  }

  /// Sets the key of its texts, such as `setup.budget`: its name, and its tip under `.tip`.
  public void setKey(String key) {
    this.key = key;
    label.setText(Texts.of(key));
    String tip = Texts.of(key + ".tip");
    label.setTooltip(new Tooltip(tip));
    text.setTooltip(new Tooltip(tip));
    text.setAccessibleText(Texts.of(key));
    text.setAccessibleHelp(tip);
    text.setId(key.replace('.', '-'));
    problem.setId(text.getId() + "-problem");
  }

  /// Shows a field of a form.
  void bind(SetupViewModel model, SetupField field) {
    text.textProperty().bindBidirectional(model.text(field));
    problem.textProperty().bind(model.problem(field));
    problem.visibleProperty().bind(Bindings.isNotEmpty(model.problem(field)));
    problem.managedProperty().bind(problem.visibleProperty());
    model.problem(field).addListener((_, _, now) -> mark(now));
    mark(model.problem(field).get());
  }

  private void mark(String words) {
    text.pseudoClassStateChanged(WRONG, !words.isEmpty());
  }

  /// Adds a button beside the text.
  void add(Button button) {
    button.setMinWidth(USE_PREF_SIZE);
    line.getChildren().add(button);
  }

  /// Sets what stands in the field while it is empty.
  void prompt(String words) {
    text.setPromptText(words);
  }
}
