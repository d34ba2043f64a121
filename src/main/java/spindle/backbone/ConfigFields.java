package spindle.backbone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The fields of a `config.json`, read strictly: every error names the file and the field.
final class ConfigFields {

  private static final long LONGEST = 8L << 20;
  private static final int LARGEST = 1 << 24;
  private static final String REMEDY = "use the config.json that belongs to the model";

  private final Path file;
  private final JsonNode root;

  private ConfigFields(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /// Reads a file that holds one JSON object.
  static ConfigFields read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new BackboneException(
            file.toString(), "there is no such file", "name a Hugging Face model folder");
      }
      if (Files.size(file) > LONGEST) {
        throw new BackboneException(file.toString(), "it is larger than 8 MiB", REMEDY);
      }
      JsonNode root = mapper().readTree(Files.readAllBytes(file));
      if (!root.isObject()) {
        throw new BackboneException(file.toString(), "it holds no JSON object", REMEDY);
      }
      return new ConfigFields(file, root);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      throw new BackboneException(
          file + line, "it is not JSON (" + e.getOriginalMessage() + ")", REMEDY, e);
    } catch (IOException e) {
      throw new BackboneException(
          file.toString(), "it cannot be read", "check the path and your rights", e);
    }
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();
  }

  /// Says whether a field is there and not null.
  boolean has(String field) {
    return root.hasNonNull(field);
  }

  /// Returns a size between 1 and 2^24.
  int size(String field) {
    int value = id(field);
    if (value < 1) {
      throw fault(field, "it must be at least 1, not " + value);
    }
    return value;
  }

  /// Returns a size, or another value if the field is not there.
  int size(String field, int otherwise) {
    return has(field) ? size(field) : otherwise;
  }

  /// Returns a whole number between 0 and 2^24.
  int id(String field) {
    JsonNode node = root.path(field);
    if (node.isMissingNode() || node.isNull()) {
      throw fault(field, "the field is missing");
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw fault(field, "it must be a whole number, not " + node);
    }
    if (node.intValue() < 0 || node.intValue() > LARGEST) {
      throw fault(field, "it must lie between 0 and " + LARGEST + ", not " + node);
    }
    return node.intValue();
  }

  /// Returns a token id, or another value if the field is not there.
  int id(String field, int otherwise) {
    return has(field) ? id(field) : otherwise;
  }

  /// Returns a small positive number, or another value if the field is not there.
  double epsilon(String field, double otherwise) {
    JsonNode node = root.path(field);
    if (!has(field)) {
      return otherwise;
    }
    if (!node.isNumber() || !(node.doubleValue() > 0 && node.doubleValue() < 1)) {
      throw fault(field, "it must be a number between 0 and 1, not " + node);
    }
    return node.doubleValue();
  }

  /// Returns a number, or another value if the field is not there.
  double number(String field, double otherwise) {
    JsonNode node = root.path(field);
    if (!has(field)) {
      return otherwise;
    }
    if (!node.isNumber()) {
      throw fault(field, "it must be a number, not " + node);
    }
    return node.doubleValue();
  }

  /// Says whether a field holds a string.
  boolean isText(String field) {
    return root.path(field).isTextual();
  }

  /// Returns a string.
  String text(String field) {
    JsonNode node = root.path(field);
    if (!node.isTextual()) {
      throw fault(field, "the field is missing or not a string");
    }
    return node.textValue();
  }

  /// Returns a string, or another value if the field is not there.
  String text(String field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  /// Says whether a field is true; another value if the field is not there.
  boolean flag(String field, boolean otherwise) {
    JsonNode node = root.path(field);
    if (!has(field)) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      throw fault(field, "it must be true or false, not " + node);
    }
    return node.booleanValue();
  }

  /// Refuses the configuration if a field is there and not what Spindle computes.
  void require(String field, Object wanted) {
    if (has(field) && !root.path(field).asText().equals(wanted.toString())) {
      throw fault(field, root.path(field) + " is not supported, only " + wanted);
    }
  }

  /// Returns the error for a field.
  BackboneException fault(String field, String what) {
    return new BackboneException(file + ", field " + field, what, REMEDY);
  }
}
