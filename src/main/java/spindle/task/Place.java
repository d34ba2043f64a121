package spindle.task;

import java.nio.file.Path;

/// Where an example stands.
///
/// @param file of the example
/// @param unit what is counted
/// @param number of its line or row, from 1
record Place(Path file, Unit unit, long number) {

  /// What a file is counted in.
  enum Unit {
    /// Lines of fields between delimiters, of which the first may name the columns.
    FIELDS,
    /// Lines that are JSON objects.
    OBJECT,
    /// Rows of a file without lines.
    ROW
  }

  /// Returns an error at this place.
  TaskException error(String problem, String remedy) {
    return switch (unit) {
      case FIELDS, OBJECT -> TaskException.at(file, number, problem, remedy);
      case ROW -> TaskException.of(file, "row " + number + ": " + problem, remedy);
    };
  }

  /// Says whether the names of the columns may have been read as an example.
  boolean mayBeHeader() {
    return unit == Unit.FIELDS && number == 1;
  }
}
