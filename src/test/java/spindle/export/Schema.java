package spindle.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The part of JSON Schema that the published schemas use, enough to check documents against them.
final class Schema {

  private static final List<String> KNOWN =
      List.of(
          "$schema",
          "$defs",
          "title",
          "description",
          "type",
          "additionalProperties",
          "required",
          "properties",
          "const",
          "enum",
          "pattern",
          "minimum",
          "exclusiveMinimum",
          "maximum",
          "minItems",
          "items",
          "$ref");

  private final JsonNode root;
  private final List<String> faults = new ArrayList<>();

  private Schema(JsonNode root) {
    this.root = root;
  }

  /// Returns what is wrong with a document, each with its place; empty if it obeys the schema.
  static List<String> faults(String resource, String document) {
    ObjectMapper mapper = new ObjectMapper();
    try (InputStream in =
        Objects.requireNonNull(Schema.class.getResourceAsStream(resource), resource)) {
      Schema schema = new Schema(mapper.readTree(in));
      schema.check(schema.root, mapper.readTree(document), "");
      return schema.faults;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(JsonNode schema, JsonNode value, String place) {
    schema.fieldNames().forEachRemaining(word -> require(KNOWN.contains(word), place, word));
    if (schema.has("$ref")) {
      check(root.at(schema.get("$ref").asText().substring(1)), value, place);
    }
    if (schema.has("type")) {
      require(hasType(value, schema.get("type").asText()), place, "type " + value);
    }
    if (schema.has("const")) {
      require(value.equals(schema.get("const")), place, "const " + value);
    }
    if (schema.has("enum")) {
      boolean found = false;
      for (JsonNode one : schema.get("enum")) {
        found |= one.equals(value);
      }
      require(found, place, "enum " + value);
    }
    if (schema.has("pattern")) {
      require(value.asText().matches(schema.get("pattern").asText()), place, "pattern " + value);
    }
    checkRange(schema, value, place);
    checkObject(schema, value, place);
    if (schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.get("items"), value.get(i), place + "[" + i + "]");
      }
    }
  }

  private void checkRange(JsonNode schema, JsonNode value, String place) {
    double number = value.asDouble();
    boolean inside =
        !(schema.has("minimum") && number < schema.get("minimum").asDouble())
            && !(schema.has("maximum") && number > schema.get("maximum").asDouble())
            && !(schema.has("exclusiveMinimum")
                && number <= schema.get("exclusiveMinimum").asDouble())
            && !(schema.has("minItems") && value.size() < schema.get("minItems").asInt());
    require(inside, place, "range " + value);
  }

  private void checkObject(JsonNode schema, JsonNode value, String place) {
    for (JsonNode name : schema.path("required")) {
      require(value.has(name.asText()), place, "required " + name.asText());
    }
    JsonNode properties = schema.path("properties");
    boolean closed = schema.has("additionalProperties");
    value
        .fieldNames()
        .forEachRemaining(name -> {
          if (properties.has(name)) {
            check(properties.get(name), value.get(name), place + "/" + name);
          } else {
            require(!closed, place, "additional " + name);
          }
        });
  }

  private static boolean hasType(JsonNode value, String type) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      default -> false;
    };
  }

  private void require(boolean holds, String place, String what) {
    if (!holds) {
      faults.add(place + ": " + what);
    }
  }
}
