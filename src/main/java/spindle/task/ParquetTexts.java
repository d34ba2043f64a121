package spindle.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the examples of a Parquet file.
final class ParquetTexts {

  private ParquetTexts() {}

  /// Returns the rows of a file in file order.
  ///
  /// @throws TaskException if the file cannot be read or a row has an empty field
  static List<LabelledText> read(Path file, Fields fields) {
    ParquetColumns columns = new ParquetColumns(file);
    columns.add(fields.text(), ParquetColumns.Kind.TEXT);
    columns.add(fields.label(), ParquetColumns.Kind.TEXT_OR_NUMBER);
    fields.second().ifPresent(second -> columns.add(second, ParquetColumns.Kind.TEXT));
    List<LabelledText> rows = new ArrayList<>();
    columns.read(values -> rows.add(example(file, rows.size() + 1, fields, values)));
    return rows;
  }

  private static LabelledText example(
      Path file, long number, Fields fields, List<Optional<String>> values) {
    Place place = new Place(file, Place.Unit.ROW, number);
    return new LabelledText(
        place,
        filled(place, fields.text(), values.get(0)),
        fields.second().map(name -> filled(place, name, values.get(2))),
        filled(place, fields.label(), values.get(1)));
  }

  private static String filled(Place place, String column, Optional<String> value) {
    return value
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() ->
            place.error(
                "the column " + TaskException.quoted(column) + " is empty",
                "fill it or remove the row"));
  }
}
