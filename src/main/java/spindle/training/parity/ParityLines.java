package spindle.training.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import spindle.study.ParityResult;

/// The lines by which the process that computes the cases reports to the one that asked for them.
///
/// `{"kind":"compared",…}`, `{"kind":"skipped",…}`, `{"kind":"broken",…}` for a case, and
/// `{"kind":"fatal","message":…}` if nothing can be computed.
final class ParityLines {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ParityLines() {}

  static String write(ParityResult result) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("name", result.name());
    switch (result) {
      case ParityResult.Compared c -> {
        line.put("kind", "compared").put("family", c.family());
        line.put("logits", c.logits()).put("loss", c.loss()).put("verdict", c.verdict().name());
        c.hidden().ifPresent(value -> line.put("hidden", value));
        c.gradients().ifPresent(value -> line.put("gradients", value));
      }
      case ParityResult.Skipped s ->
          line.put("kind", "skipped").put("family", s.family()).put("message", s.reason());
      case ParityResult.Broken b ->
          line.put("kind", "broken").put("family", b.family()).put("message", b.message());
    }
    return line.toString();
  }

  static String fatal(String message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", "fatal")
        .put("message", message)
        .toString();
  }

  /// Reads a line.
  ///
  /// @throws FatalLine if it says that nothing can be computed
  /// @throws JsonProcessingException if it is none of these lines
  static ParityResult read(String text) throws JsonProcessingException {
    JsonNode line = MAPPER.readTree(text);
    String name = line.path("name").asText();
    String family = line.path("family").asText();
    String message = line.path("message").asText();
    return switch (line.path("kind").asText()) {
      case "compared" ->
          new ParityResult.Compared(
              name,
              family,
              line.path("logits").asDouble(Double.NaN),
              line.path("loss").asDouble(Double.NaN),
              optional(line, "hidden"),
              optional(line, "gradients"),
              ParityResult.Verdict.valueOf(line.path("verdict").asText()));
      case "skipped" -> new ParityResult.Skipped(name, family, message);
      case "broken" -> new ParityResult.Broken(name, family, message);
      case "fatal" -> throw new FatalLine(message);
      default -> throw new com.fasterxml.jackson.core.JsonParseException(null, "not a result");
    };
  }

  private static OptionalDouble optional(JsonNode line, String field) {
    return line.has(field)
        ? OptionalDouble.of(line.get(field).asDouble(Double.NaN))
        : OptionalDouble.empty();
  }

  /// The other process cannot compute anything.
  static final class FatalLine extends RuntimeException {
    FatalLine(String message) {
      super(message);
    }
  }
}
