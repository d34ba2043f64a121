package spindle.ui;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// A plain window that says what the command line can do.
public final class PlainWindow {

  private static final List<String> COMMANDS =
      List.of("train --help", "design --help", "backbone --help", "tasks --help", "doctor --help");

  private final String program;

  /// Makes the window's content.
  ///
  /// @param program words that start the program on a command line
  public PlainWindow(String program) {
    this.program = program;
  }

  /// Shows the window.
  public void show(Stage stage) {
    VBox content = new VBox(8);
    content.setPadding(new Insets(24));
    content.getChildren().add(heading());
    content.getChildren().add(new Label("The command line can already do this:"));
    COMMANDS.forEach(command -> content.getChildren().add(line(command)));
    stage.setTitle("Spindle");
    stage.setScene(new Scene(content, 560, 320));
    stage.show();
  }

  private static Label heading() {
    Label heading = new Label("Spindle explores where trainable parameters should go.");
    heading.setStyle("-fx-font-size: 1.3em;");
    return heading;
  }

  private TextField line(String command) {
    TextField line = new TextField(program + " " + command);
    line.setEditable(false);
    line.setAccessibleText("Command: " + line.getText());
    return line;
  }
}
