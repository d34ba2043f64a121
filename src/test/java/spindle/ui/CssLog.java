package spindle.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Collects what JavaFX says about stylesheets; every record of it is a mistake of ours.
final class CssLog extends Handler {
  private static final Logger CSS = Logger.getLogger("javafx.css");

  private final List<String> messages = new CopyOnWriteArrayList<>();

  /// Begins to listen.
  void open() {
    CSS.addHandler(this);
  }

  /// Returns the warnings so far.
  List<String> messages() {
    return List.copyOf(messages);
  }

  /// Forgets the warnings so far.
  void clear() {
    messages.clear();
  }

  @Override
  public void publish(LogRecord entry) {
    if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
      messages.add(entry.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    CSS.removeHandler(this);
  }
}
