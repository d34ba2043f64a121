package spindle.ui.explorer;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.function.Predicate;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import spindle.ui.Texts;

/// A layer above a page for one question; Escape and a click beside it take it away. While it is
/// shown the page below takes neither mouse nor keys.
final class Sheet extends StackPane {
  private final Node page;
  private @Nullable Node before;

  /// @param page what lies below
  Sheet(Node page) {
    this.page = page;
    getStyleClass().add("sheet");
    setVisible(false);
    setManaged(false);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
    setOnMousePressed(event -> {
      if (equals(event.getTarget())) {
        close();
      }
    });
  }

  /// Shows content and gives a node of it the focus.
  void open(Node content, Node focus) {
    before = getScene() == null ? null : getScene().getFocusOwner();
    getChildren().setAll(content);
    page.setDisable(true);
    setManaged(true);
    setVisible(true);
    focus.requestFocus();
  }

  /// Takes it away.
  void close() {
    setVisible(false);
    setManaged(false);
    getChildren().clear();
    page.setDisable(false);
    if (before != null) {
      before.requestFocus();
    }
  }

  /// Asks for one line of text.
  ///
  /// @param question what is asked
  /// @param given is told the answer when the user agrees
  void ask(Question question, java.util.function.Consumer<String> given) {
    Label title = new Label(question.title());
    title.getStyleClass().add("heading");
    Label text = new Label(question.text());
    text.setWrapText(true);
    TextField field = new TextField(question.first());
    field.setId("sheet-field");
    field.setPromptText(question.prompt());
    field.setAccessibleText(question.prompt());
    Button agree = new Button(question.verb());
    agree.setId("sheet-agree");
    agree.getStyleClass().add(Styles.ACCENT);
    agree.setDefaultButton(true);
    ObservableStringValue typed = field.textProperty();
    Predicate<String> fits = question.fits();
    agree.setDisable(!fits.test(field.getText()));
    typed.addListener((_, _, now) -> agree.setDisable(!fits.test(now)));
    agree.setOnAction(_ -> {
      close();
      given.accept(field.getText());
    });
    Button cancel = new Button(Texts.of("explorer.cancel"));
    cancel.setId("sheet-cancel");
    cancel.setOnAction(_ -> close());
    HBox buttons = new HBox(8, new Spacer(), cancel, agree);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox box = new VBox(12, title, text, field, buttons);
    box.getStyleClass().addAll("panel", "sheet-box");
    box.setMaxSize(480, USE_PREF_SIZE);
    open(box, field);
  }

  /// A question that a line of text answers.
  ///
  /// @param title in a few words
  /// @param text what depends on the answer
  /// @param prompt what is to be typed
  /// @param first what the field holds at first
  /// @param verb of the button that agrees
  /// @param fits which answers will do
  record Question(
      String title,
      String text,
      String prompt,
      String first,
      String verb,
      Predicate<String> fits) {}
}
