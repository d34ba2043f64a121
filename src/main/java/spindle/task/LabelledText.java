package spindle.task;

import java.nio.file.Path;
import java.util.Optional;

/// A row whose label is still the file's own spelling.
///
/// @param file where it stands
/// @param line its first line, from 1
/// @param text the sentence, or the first of a pair
/// @param second the second sentence of a pair
/// @param label as written, without surrounding blanks
record LabelledText(Path file, long line, String text, Optional<String> second, String label) {

  /// Returns an error at this row.
  TaskException error(String problem, String remedy) {
    return TaskException.at(file, line, problem, remedy);
  }
}
