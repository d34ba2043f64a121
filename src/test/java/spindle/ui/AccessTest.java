package spindle.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.Bundled;
import spindle.study.Device;
import spindle.study.NewStudy;
import spindle.study.Place;
import spindle.study.Protocol;
import spindle.study.RunLimits;
import spindle.study.Seed;
import spindle.study.StageKind;
import spindle.study.TrainingSettings;
import spindle.task.TaskSource;
import spindle.ui.window.FakeMachine;
import spindle.ui.window.MainWindow;
import spindle.ui.window.OneAnswer;

/// Every page by keyboard, and as somebody hears it who does not see it.
class AccessTest extends UiTest {

  private static final List<String> PAGES =
      List.of("welcome", "setup", "explorer", "live", "trials", "export", "settings");

  @TempDir Path folder;

  private Path study(FakeMachine machine) {
    Path file = folder.resolve("a.spindle");
    NewStudy study =
        new NewStudy(
            Bundled.INFO,
            List.of(new TaskSource.Practice("reviews")),
            spindle.design.Budget.PAPER,
            new TrainingSettings(64, 1, 16, 16, 32, spindle.study.LearningRates.USUAL, 0.1, 0, 1),
            4,
            StageKind.paper(4),
            Protocol.DEFAULT,
            new Seed(1));
    machine
        .desk()
        .files()
        .create(file, study.plan(), RunLimits.on(List.of(new Place(Device.parse("cpu"), 1))));
    return file;
  }

  @Test
  void everyControlIsReachedByTabAndHasAName() {
    FakeMachine machine =
        new FakeMachine(
            folder,
            _ -> {
              throw new AssertionError("nothing is trained");
            });
    Set<String> problems = new LinkedHashSet<>();
    try (machine) {
      MainWindow window =
          ask(() -> new MainWindow(stage(), machine.parts(), new OneAnswer(), appearance()));
      run(() -> {
        window.show();
        stage().setWidth(1440);
        stage().setHeight(900);
      });
      window.session().open(study(machine));
      for (String page : PAGES) {
        run(() -> window.go(page));
        await(() -> !shown().isEmpty());
        run(() -> problems.addAll(problems(page)));
      }
      run(window::close);
    }
    assertEquals("", String.join("\n", problems));
  }

  private List<Node> shown() {
    List<Node> nodes = new ArrayList<>();
    collect(stage().getScene().getRoot(), nodes);
    return nodes;
  }

  private static void collect(Node node, List<Node> into) {
    if (!node.isVisible()) {
      return;
    }
    into.add(node);
    if (node instanceof Parent parent && !isWhole(node)) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  /// Controls whose parts are no controls of their own to the user.
  private static boolean isWhole(Node node) {
    return node instanceof ComboBoxBase<?>
        || node instanceof Spinner<?>
        || node instanceof ListView<?>
        || node instanceof TableView<?>
        || node instanceof TextField
        || node instanceof Slider;
  }

  private List<String> problems(String page) {
    List<String> found = new ArrayList<>();
    List<Node> nodes = shown();
    Set<Node> reached = reached();
    for (Node node : nodes) {
      boolean works = !node.isDisabled() && node.isManaged();
      if (isControl(node) && works && !node.isFocusTraversable()) {
        found.add(page + ": not by Tab: " + words(node));
      }
      if (node.isFocusTraversable() && works && !(node instanceof ScrollPane)) {
        if (!reached.contains(node) && !isOneOfMany(node)) {
          found.add(page + ": not reached by Tab: " + words(node));
        }
        if (name(node, nodes).isBlank()) {
          found.add(page + ": no name: " + words(node));
        }
        if (needsTip(node)) {
          found.add(page + ": no tooltip: " + words(node));
        }
      }
    }
    return found;
  }

  private static boolean isControl(Node node) {
    return (node instanceof ButtonBase && !(node instanceof Hyperlink)) || isWhole(node);
  }

  /// Arrow keys go on among buttons of one group.
  private static boolean isOneOfMany(Node node) {
    return node instanceof ToggleButton button && button.getToggleGroup() != null;
  }

  private static boolean needsTip(Node node) {
    return node instanceof ButtonBase button
        && button.getTooltip() == null
        && !(node instanceof Hyperlink)
        && !(node instanceof RadioButton);
  }

  private static String name(Node node, List<Node> nodes) {
    if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
      return node.getAccessibleText();
    }
    if (node instanceof Labeled labeled
        && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
        && labeled.getText() != null
        && !labeled.getText().isBlank()) {
      return labeled.getText();
    }
    return nodes.stream()
        .filter(other -> other instanceof Label label && node.equals(label.getLabelFor()))
        .map(other -> ((Label) other).getText())
        .findFirst()
        .orElse("");
  }

  private Set<Node> reached() {
    Set<Node> reached = new LinkedHashSet<>();
    Node now = find("#theme");
    now.requestFocus();
    while (now != null && reached.add(now)) {
      now.requestFocusTraversal(TraversalDirection.NEXT);
      now = stage().getScene().getFocusOwner();
    }
    return reached;
  }

  private static String words(Node node) {
    String text = node instanceof Labeled labeled ? " " + labeled.getText() : "";
    return node.getClass().getSimpleName() + " #" + node.getId() + text;
  }
}
