package spindle.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads pairs of files of texts and what is to be written from them.
///
/// A row without one of the texts is an error, as is a last row of a delimited file without a line
/// end, which may have been cut.
final class TextFiles {

  private TextFiles() {}

  /// Returns the examples of both files.
  ///
  /// @throws TaskException if a file cannot be read, has no rows, or a row does not fit
  static Examples read(TaskSource.Texts source) {
    return new Examples(read(source.train(), source), read(source.dev(), source));
  }

  private static List<Example> read(Path file, TaskSource.Texts source) {
    return switch (source.format()) {
      case COMMA -> delimited(file, Layout.of(source, TaskSource.Delimiter.COMMA));
      case TAB -> delimited(file, Layout.of(source, TaskSource.Delimiter.TAB));
      case JSON_LINES -> jsonLines(file, source);
    };
  }

  private static List<Example> delimited(Path file, Layout layout) {
    return LabelledTexts.read(file, layout).stream()
        .map(row -> Example.written(row.text(), row.label()))
        .toList();
  }

  private static List<Example> jsonLines(Path file, TaskSource.Texts source) {
    List<Example> examples = new ArrayList<>();
    try (Lines lines = new Lines(file)) {
      while (lines.next()) {
        if (!lines.text().isBlank()) {
          JsonLine line = JsonLine.read(file, lines.number(), lines.text());
          examples.add(Example.written(line.text(source.source()), line.text(source.target())));
        }
      }
    }
    if (examples.isEmpty()) {
      throw TaskException.of(file, "there are no examples in it", "give a file with rows of data");
    }
    return examples;
  }
}
