package spindle.ui.explorer;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import spindle.ui.Texts;

/// Lets a button's order be copied as a command line: from its context menu, which the menu key
/// opens too.
public final class Twins {
  private Twins() {}

  /// Gives a button a tooltip and the menu.
  ///
  /// @param tip one sentence
  /// @param twin the command line, if the order has one now
  public static void attach(Button button, String tip, Supplier<Optional<String>> twin) {
    button.setTooltip(new Tooltip(Texts.of("explorer.twin.tip", tip)));
    MenuItem copy = new MenuItem(Texts.of("explorer.twin"), new FontIcon(Feather.TERMINAL));
    copy.setOnAction(_ -> twin.get().ifPresent(Twins::copy));
    ContextMenu menu = new ContextMenu(copy);
    menu.setOnShowing(_ -> copy.setDisable(twin.get().isEmpty()));
    button.setContextMenu(menu);
  }

  /// Puts a text on the clipboard.
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
