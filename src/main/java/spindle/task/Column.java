package spindle.task;

import java.util.List;

/// How a column of a delimited file is told.
sealed interface Column {

  /// By its name in the file's first row.
  record Named(String name) implements Column {}

  /// By its place, from 1.
  record Numbered(int number) implements Column {}

  /// Returns what a user wrote: digits only are a number, anything else is a name.
  static Column of(String written) {
    return written.matches("[0-9]{1,6}")
        ? new Numbered(Integer.parseInt(written))
        : new Named(written);
  }

  /// Returns the index of this column, from 0.
  ///
  /// @param header the first row of the file
  /// @throws TaskException if the file does not have the column
  default int indexIn(Row header) {
    return switch (this) {
      case Named(String name) -> indexOf(name, header);
      case Numbered(int number) -> {
        int width = header.fields().size();
        if (number < 1 || number > width) {
          throw header.error(
              "there is no column " + number, "the columns are numbered 1 to " + width);
        }
        yield number - 1;
      }
    };
  }

  private static int indexOf(String name, Row header) {
    List<String> names = header.fields().stream().map(String::strip).toList();
    int index = names.indexOf(name.strip());
    if (index < 0) {
      throw header.error(
          "there is no column " + TaskException.quoted(name),
          "the first row has "
              + TaskException.list(names.stream())
              + "; name one of these or give numbers");
    }
    return index;
  }
}
