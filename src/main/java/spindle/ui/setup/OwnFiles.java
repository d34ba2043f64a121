package spindle.ui.setup;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import spindle.task.TaskSource;
import spindle.task.TaskSource.Delimiter;
import spindle.task.TaskSource.TextFormat;
import spindle.ui.setup.SetupOptions.Layout;

/// A user's own files of examples.
///
/// @param train training file
/// @param dev development file
record OwnFiles(Path train, Path dev) {

  /// Returns their task, if it has labels.
  ///
  /// @param second column of the second text of a pair
  /// @return empty if the files are JSON lines, which hold no labels
  Optional<TaskSource> labelled(Layout layout, String text, Optional<String> second, String label) {
    return delimiter(layout)
        .map(delimiter ->
            new TaskSource.Delimited(
                TaskSource.nameOf(train), train, dev, delimiter, text, second, label));
  }

  private Optional<Delimiter> delimiter(Layout layout) {
    return switch (layout) {
      case ENDING -> isJson() ? Optional.empty() : Optional.of(Delimiter.of(train));
      case COMMA -> Optional.of(Delimiter.COMMA);
      case TAB -> Optional.of(Delimiter.TAB);
      case JSON_LINES -> Optional.empty();
    };
  }

  /// Returns their layout, if they hold texts to write.
  TextFormat format(Layout layout) {
    return switch (layout) {
      case ENDING ->
          isJson()
              ? TextFormat.JSON_LINES
              : Delimiter.of(train) == Delimiter.TAB ? TextFormat.TAB : TextFormat.COMMA;
      case COMMA -> TextFormat.COMMA;
      case TAB -> TextFormat.TAB;
      case JSON_LINES -> TextFormat.JSON_LINES;
    };
  }

  private boolean isJson() {
    String name = train.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json");
  }
}
