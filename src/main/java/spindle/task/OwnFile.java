package spindle.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a user's own file of texts with their labels, or with what is to be written from them.
final class OwnFile {

  private OwnFile() {}

  /// Returns the rows of a file in file order.
  ///
  /// @throws TaskException if the file cannot be read, has no rows, or one of them does not fit
  static List<LabelledText> read(Path file, FileFormat format, Fields fields) {
    return switch (format) {
      case COMMA -> DelimitedTexts.read(file, Layout.of(Delimiter.COMMA, fields));
      case TAB -> DelimitedTexts.read(file, Layout.of(Delimiter.TAB, fields));
      case JSON_LINES -> filled(file, jsonLines(file, fields));
      case PARQUET -> filled(file, ParquetTexts.read(file, fields));
    };
  }

  /// Returns the rows, of which there must be one.
  static List<LabelledText> filled(Path file, List<LabelledText> rows) {
    if (rows.isEmpty()) {
      throw TaskException.of(file, "there are no examples in it", "give a file with rows of data");
    }
    return List.copyOf(rows);
  }

  private static List<LabelledText> jsonLines(Path file, Fields fields) {
    List<LabelledText> rows = new ArrayList<>();
    try (Lines lines = new Lines(file)) {
      while (lines.next()) {
        if (!lines.text().isBlank()) {
          Place place = new Place(file, Place.Unit.OBJECT, lines.number());
          rows.add(JsonLine.read(place, lines.text()).example(fields));
        }
      }
    }
    return rows;
  }
}
