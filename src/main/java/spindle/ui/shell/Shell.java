package spindle.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;
import spindle.ui.support.Appearance;
import spindle.ui.support.Views;
import spindle.ui.theme.Theme;

/// The window's frame: title bar, navigation, page and status line. Ctrl+1 to Ctrl+9 go to the
/// pages; in a narrow window the navigation shows its pictures alone.
public final class Shell extends BorderPane {
  private static final double NARROW = 1240;
  private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");

  private final ShellViewModel model;
  private final Appearance appearance;
  private final Map<String, Destination> destinations;
  private final Map<String, Node> pages = new HashMap<>();
  private final Map<String, ToggleButton> buttons = new HashMap<>();

  private final Button theme;
  private final VBox navigation;
  private final StackPane content;
  private final VBox announcements;

  /// Makes the frame around some pages.
  ///
  /// @param model knows the ids of the destinations
  public Shell(ShellViewModel model, List<Destination> destinations, Appearance appearance) {
    this.model = model;
    this.appearance = appearance;
    this.destinations = destinations.stream().collect(Collectors.toMap(Destination::id, d -> d));
    Views parts = Views.load(this);
    Label study = parts.part("study", Label.class);
    Label status = parts.part("status", Label.class);
    Label progress = parts.part("progress", Label.class);
    theme = parts.part("theme", Button.class);
    navigation = parts.part("navigation", VBox.class);
    content = parts.part("content", StackPane.class);
    announcements = parts.part("announcements", VBox.class);
    study.textProperty().bind(model.studyProperty());
    status.textProperty().bind(model.statusProperty());
    progress.textProperty().bind(model.progressProperty());
    ToggleGroup group = new ToggleGroup();
    for (String id : model.pages()) {
      ToggleButton button = button(destination(id));
      button.setToggleGroup(group);
      buttons.put(id, button);
      navigation.getChildren().add(button);
    }
    theme.setOnAction(_ -> switchTheme());
    appearance.theme().addListener(_ -> showTheme());
    showTheme();
    model.pageProperty().addListener(_ -> showPage());
    showPage();
    widthProperty().addListener(_ -> shape());
    addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
  }

  /// Puts a bar above all pages.
  public void announce(Node bar) {
    announcements.getChildren().add(bar);
  }

  private ToggleButton button(Destination destination) {
    String name = Texts.of("nav." + destination.id());
    ToggleButton button = new ToggleButton(name, new FontIcon(destination.icon()));
    button.getStyleClass().add("nav-button");
    button.setId("nav-" + destination.id());
    int number = model.pages().indexOf(destination.id()) + 1;
    String tip = Texts.of("nav.tip", name, Texts.of("nav." + destination.id() + ".tip"), number);
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(name);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> {
      button.setSelected(true); // a second click would unmark it
      model.go(destination.id());
    });
    return button;
  }

  private void showPage() {
    String id = model.pageProperty().get();
    Node page = pages.computeIfAbsent(id, key -> destination(key).page().get());
    content.getChildren().setAll(page);
    buttons.forEach((key, button) -> button.setSelected(key.equals(id)));
  }

  /// Gives the button of the page that is shown the focus, where the keyboard begins.
  public void focusPage() {
    Objects.requireNonNull(buttons.get(model.pageProperty().get()), "no page").requestFocus();
  }

  private Destination destination(String id) {
    return Objects.requireNonNull(destinations.get(id), () -> "no destination " + id);
  }

  private void switchTheme() {
    appearance.show(appearance.isDark() ? Theme.LIGHT : Theme.DARK);
    showTheme();
  }

  private void showTheme() {
    boolean dark = appearance.isDark();
    theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
    String tip = Texts.of(dark ? "shell.toLight" : "shell.toDark");
    theme.setTooltip(new Tooltip(tip));
    theme.setAccessibleText(tip);
  }

  private void shape() {
    boolean slim = getWidth() < NARROW;
    navigation.pseudoClassStateChanged(SLIM, slim);
    buttons
        .values()
        .forEach(button ->
            button.setContentDisplay(slim ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
  }

  private void shortcut(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode().isDigitKey() && !event.isAltDown()) {
      model.go(event.getCode().getCode() - javafx.scene.input.KeyCode.DIGIT0.getCode());
      event.consume();
    }
  }
}
