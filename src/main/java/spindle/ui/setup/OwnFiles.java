package spindle.ui.setup;

import java.nio.file.Path;
import spindle.task.FileFormat;
import spindle.ui.setup.SetupOptions.Layout;

/// A user's own files of examples.
///
/// @param train training file
/// @param dev development file
record OwnFiles(Path train, Path dev) {

  /// Returns how they are laid out.
  FileFormat format(Layout layout) {
    return switch (layout) {
      case ENDING -> FileFormat.of(train);
      case COMMA -> FileFormat.COMMA;
      case TAB -> FileFormat.TAB;
      case JSON_LINES -> FileFormat.JSON_LINES;
      case PARQUET -> FileFormat.PARQUET;
    };
  }
}
