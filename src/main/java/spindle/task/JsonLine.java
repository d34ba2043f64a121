package spindle.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of one line of a JSON-lines file.
///
/// A field of an inner object has the names on the way to it, joined by dots: `translation.en`.
///
/// @param place where it stands
/// @param fields each field's value
record JsonLine(Place place, Map<String, JsonValue> fields) {

  JsonLine {
    fields = Map.copyOf(fields);
  }

  /// Returns the fields of a line.
  ///
  /// @throws TaskException if it is not one JSON object
  static JsonLine read(Place place, String text) {
    Map<String, JsonValue> fields = new HashMap<>();
    try {
      new JsonScanner(text).object(fields::put);
    } catch (JsonScanner.Flaw e) {
      throw place.error(
          "this line is not a JSON object: " + e.getMessage(),
          "write one object a line, such as {\"text\": \"…\", \"label\": \"…\"}");
    }
    return new JsonLine(place, fields);
  }

  /// Returns the example of this line.
  ///
  /// @throws TaskException if a field is missing, empty or of another kind
  LabelledText example(Fields wanted) {
    Optional<String> second = wanted.second().map(this::text);
    return new LabelledText(place, text(wanted.text()), second, label(wanted.label()));
  }

  private String text(String name) {
    return switch (value(name)) {
      case JsonValue.Text(String text) -> filled(name, text);
      case JsonValue.Plain _, JsonValue.Other _ ->
          throw error(name, "is not a text", "name a field whose values are in quotes");
    };
  }

  private String label(String name) {
    return switch (value(name)) {
      case JsonValue.Text(String text) -> filled(name, text);
      case JsonValue.Plain(String literal) -> literal;
      case JsonValue.Other _ ->
          throw error(name, "is neither a text nor a number", "name a field of such values");
    };
  }

  private JsonValue value(String name) {
    JsonValue value = fields.get(name);
    if (value == null) {
      throw place.error(
          "there is no field " + TaskException.quoted(name),
          fields.isEmpty()
              ? "this object is empty"
              : "this object has " + TaskException.list(fields.keySet().stream().sorted()));
    }
    return value;
  }

  private String filled(String name, String text) {
    if (text.isBlank()) {
      throw error(name, "is empty", "fill it or remove the line");
    }
    return text.strip();
  }

  private TaskException error(String name, String problem, String remedy) {
    return place.error("the field " + TaskException.quoted(name) + " " + problem, remedy);
  }
}
