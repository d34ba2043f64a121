package spindle.ui.support;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;

/// A menu of the page's actions that copies the command line of each.
public final class CommandMenu extends MenuButton {

  private final Map<String, Supplier<String>> commands = new LinkedHashMap<>();

  /// Makes a menu without actions.
  public CommandMenu() {
    setGraphic(new FontIcon(Feather.TERMINAL));
    getStyleClass().addAll("command-menu", Styles.BUTTON_ICON, Tweaks.NO_ARROW);
    setTooltip(new Tooltip(Texts.of("command.tip")));
    setAccessibleText(Texts.of("command.tip"));
    setMinWidth(USE_PREF_SIZE);
    setMnemonicParsing(false);
    setOnShowing(_ ->
        getItems()
            .forEach(item -> item.setDisable(command(String.valueOf(item.getId())).isEmpty())));
  }

  /// Adds an action.
  ///
  /// @param title of the action as its button says it
  /// @param command the command line that does the same now; empty if there is none now
  /// @return this
  public CommandMenu with(String title, Supplier<String> command) {
    MenuItem item = new MenuItem(Texts.of("command.copy", title));
    item.setMnemonicParsing(false);
    item.setId(title);
    item.setOnAction(_ -> copy(command.get()));
    getItems().add(item);
    commands.put(title, command);
    return this;
  }

  /// Returns the command line of an action as it is now.
  ///
  /// @param title of the action
  public String command(String title) {
    Supplier<String> command = commands.get(title);
    return command == null ? "" : command.get();
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
