package spindle.ui.window;

import java.io.File;
import org.jspecify.annotations.Nullable;

/// Asks the user for files and folders. Called on the UI thread; null means that the user gave up.
public interface Choosers {

  /// Asks for the file of a study to be opened.
  @Nullable File study();

  /// Asks for a folder.
  @Nullable File folder();

  /// Asks for a file of examples.
  @Nullable File examples();

  /// Asks for a pattern file.
  @Nullable File pattern();

  /// Asks where to write a table; the name's ending tells the format that was chosen.
  ///
  /// @param name that is proposed, without ending
  @Nullable File table(String name);

  /// Asks where to write a file.
  ///
  /// @param name that is proposed
  @Nullable File save(String name);
}
