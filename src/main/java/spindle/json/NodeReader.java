package spindle.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parses text into nodes; a field that comes twice and text after the value are errors.
final class NodeReader {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final String source;
  private final JsonParser parser;

  private NodeReader(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /// Returns the one value of a text.
  ///
  /// @param source name of the file, or empty
  /// @throws JsonException if the text is not exactly one JSON value
  static Node read(String text, String source) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      NodeReader reader = new NodeReader(source, parser);
      Node node = reader.value(reader.next(""), "");
      if (reader.next("") != null) {
        throw new JsonException(reader.place(""), "there is more text after the end of the value");
      }
      return node;
    } catch (IOException e) {
      throw new JsonException(source + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private Node value(@Nullable JsonToken token, String path) throws IOException {
    Place place = place(path);
    if (token == null) {
      throw new JsonException(place, "the text ends too early");
    }
    return switch (token) {
      case START_OBJECT -> new Node.Fields(place, fields(path));
      case START_ARRAY -> new Node.Items(place, items(path));
      case VALUE_STRING -> new Node.Text(place, text(path));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Numeral(place, text(path));
      case VALUE_TRUE -> new Node.Truth(place, true);
      case VALUE_FALSE -> new Node.Truth(place, false);
      case VALUE_NULL -> new Node.Nothing(place);
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new JsonException(place, "not JSON: a value is expected here");
    };
  }

  private Map<String, Node> fields(String path) throws IOException {
    Map<String, Node> fields = new LinkedHashMap<>();
    while (next(path) == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String field = Place.field(path, name);
      if (fields.containsKey(name)) {
        throw new JsonException(place(field), "the field comes twice");
      }
      fields.put(name, value(next(field), field));
    }
    return fields;
  }

  private List<Node> items(String path) throws IOException {
    List<Node> items = new ArrayList<>();
    String item = path + "[0]";
    for (JsonToken t = next(item); t != JsonToken.END_ARRAY; t = next(item)) {
      items.add(value(t, item));
      item = path + "[" + items.size() + "]";
    }
    return items;
  }

  private @Nullable JsonToken next(String path) throws IOException {
    try {
      return parser.nextToken();
    } catch (JsonProcessingException e) {
      throw broken(e, path);
    }
  }

  /// Reads the text of a string, which may only now be found to be broken.
  private String text(String path) throws IOException {
    try {
      return parser.getText();
    } catch (JsonProcessingException e) {
      throw broken(e, path);
    }
  }

  private JsonException broken(JsonProcessingException e, String path) {
    @Nullable JsonLocation at = e.getLocation();
    String what =
        e instanceof JsonEOFException
            ? "the text ends too early"
            : "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse("");
    return new JsonException(place(at == null ? parser.currentLocation() : at, path), what, e);
  }

  private Place place(String path) {
    return place(parser.currentTokenLocation(), path);
  }

  private Place place(JsonLocation at, String path) {
    return new Place(source, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), path);
  }
}
