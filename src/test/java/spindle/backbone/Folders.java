package spindle.backbone;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import spindle.Resources;
import spindle.weights.NamedTensor;
import spindle.weights.SafetensorsFile;
import spindle.weights.SafetensorsWriter;

/// Model folders for tests.
final class Folders {

  static final List<String> PARITY = List.of("bert", "roberta", "bart", "t5", "t5-gated");

  private Folders() {}

  /// Returns the random backbone of a parity family.
  static Path parity(String family) {
    return Resources.path("/spindle/parity/" + family + "/backbone");
  }

  /// Copies a parity backbone with its tensors changed.
  static Path changed(Path target, String family, UnaryOperator<List<NamedTensor>> change) {
    Path source = parity(family);
    copyConfig(source, target, UnaryOperator.identity());
    try (SafetensorsFile file = SafetensorsFile.open(source.resolve("model.safetensors"))) {
      List<NamedTensor> tensors = change.apply(new ArrayList<>(file.tensors().values()));
      SafetensorsWriter.write(target.resolve("model.safetensors"), tensors);
    }
    return target;
  }

  /// Copies the `config.json` of a folder with its text changed.
  static Path copyConfig(Path source, Path target, UnaryOperator<String> change) {
    try {
      Files.createDirectories(target);
      String text = Files.readString(source.resolve("config.json"));
      return Files.writeString(target.resolve("config.json"), change.apply(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Returns the tensors under other names; a name that becomes empty is left out.
  static List<NamedTensor> renamed(List<NamedTensor> tensors, UnaryOperator<String> name) {
    return tensors.stream()
        .filter(tensor -> !name.apply(tensor.name()).isEmpty())
        .map(tensor -> tensor.withName(name.apply(tensor.name())))
        .toList();
  }

  /// Returns `config.json` text with the given fields.
  static String json(Map<String, Object> fields) {
    Map<String, String> quoted = new LinkedHashMap<>();
    fields.forEach((field, value) ->
        quoted.put(field, value instanceof String ? "\"" + value + "\"" : "" + value));
    List<String> members = new ArrayList<>();
    quoted.forEach((field, value) -> members.add("\"" + field + "\": " + value));
    return "{" + String.join(",\n", members) + "}";
  }

  /// Asserts that a message is one line with a remedy and names something.
  static void assertSentence(RuntimeException refused, String named) {
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(named), message);
    assertTrue(message.contains("; "), message);
    assertFalse(message.chars().anyMatch(Character::isISOControl), message);
    assertTrue(message.length() < 2000, message);
  }
}
