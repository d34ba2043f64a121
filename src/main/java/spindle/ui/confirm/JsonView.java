package spindle.ui.confirm;

import java.util.Locale;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import spindle.ui.Texts;
import spindle.ui.explorer.Clip;

/// Highlighted JSON, a line at a time; only what is seen is laid out. Ctrl+C copies all of it.
final class JsonView extends ListView<String> {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private String text = "";

  JsonView() {
    getStyleClass().add("json-view");
    setAccessibleText(Texts.of("confirm.json.name"));
    setCellFactory(_ -> new Line());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            Clip.copy(text);
            event.consume();
          }
        });
  }

  void show(String json) {
    if (!json.equals(text)) {
      text = json;
      getItems().setAll(json.lines().toList());
    }
  }

  /// A line, numbered.
  private static final class Line extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      Text number = new Text(String.format(Locale.ROOT, "%4d  ", getIndex() + 1));
      number.getStyleClass().addAll("json", "json-number-of-line");
      TextFlow flow = new TextFlow(number);
      for (JsonTokens.Token token : JsonTokens.of(line)) {
        Text piece = new Text(token.text());
        piece
            .getStyleClass()
            .addAll("json", "json-" + token.kind().name().toLowerCase(Locale.ROOT));
        flow.getChildren().add(piece);
      }
      setGraphic(flow);
    }
  }
}
