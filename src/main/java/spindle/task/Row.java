package spindle.task;

import java.nio.file.Path;
import java.util.List;

/// The fields of one row of a delimited file.
///
/// @param file where it stands
/// @param line its first line, from 1
/// @param fields at least one
/// @param ended whether a line end follows; only the last row of a file may lack it
record Row(Path file, long line, List<String> fields, boolean ended) {

  Row {
    fields = List.copyOf(fields);
  }

  /// Returns an error at this row.
  TaskException error(String problem, String remedy) {
    return TaskException.at(file, line, problem, remedy);
  }
}
