package spindle.ui.confirm;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for files. Called on the UI thread; empty means that the user gave up.
public interface FileChoice {

  /// Asks where to write a table; the name's ending tells the format that was chosen.
  ///
  /// @param name that is proposed, without ending
  Optional<Path> table(String name);

  /// Asks where to write a file.
  ///
  /// @param name that is proposed
  Optional<Path> save(String name);

  /// Asks for a pattern file.
  Optional<Path> pattern();
}
