package spindle.task;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of one line of a JSON-lines file.
///
/// A field of an inner object has the names on the way to it, joined by dots: `translation.en`.
///
/// @param file where it stands
/// @param number of the line, from 1
/// @param fields each field's text, empty for a value that is no text
record JsonLine(Path file, long number, Map<String, Optional<String>> fields) {

  JsonLine {
    fields = Map.copyOf(fields);
  }

  /// Returns the fields of a line.
  ///
  /// @throws TaskException if it is not one JSON object
  static JsonLine read(Path file, long number, String text) {
    Map<String, Optional<String>> fields = new HashMap<>();
    try {
      new JsonScanner(text).object(fields::put);
    } catch (JsonScanner.Flaw e) {
      throw TaskException.at(
          file,
          number,
          "this line is not a JSON object: " + e.getMessage(),
          "write one object a line, such as {\"source\": \"…\", \"target\": \"…\"}");
    }
    return new JsonLine(file, number, fields);
  }

  /// Returns the text of a field without surrounding blanks.
  ///
  /// @throws TaskException if there is no such field or it is not a text or empty
  String text(String name) {
    Optional<String> value = fields.get(name);
    if (value == null) {
      String known =
          String.join(
              ", ",
              fields.keySet().stream().sorted().map(TaskException::quoted).limit(20).toList());
      throw TaskException.at(
          file,
          number,
          "there is no field " + TaskException.quoted(name),
          known.isEmpty() ? "this object is empty" : "this object has " + known);
    }
    String text =
        value
            .orElseThrow(
                () -> error(name, "is not a text", "name a field whose values are in quotes"))
            .strip();
    if (text.isEmpty()) {
      throw error(name, "is empty", "fill it or remove the line");
    }
    return text;
  }

  private TaskException error(String name, String problem, String remedy) {
    return TaskException.at(
        file, number, "the field " + TaskException.quoted(name) + " " + problem, remedy);
  }
}
