package spindle.training.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import spindle.training.TrainingException;

/// A reference case: a design on a small backbone, and what the libraries computed for it.
///
/// A case is a folder with `case.json` (family, groups) and `case.safetensors` (inputs, results);
/// the backbone lies beside it in `backbone`.
///
/// @param folder the case's folder
/// @param family architecture, such as `bert`
/// @param groups layers with their strategies; the libraries call the modules of the first `g1`
record ReferenceCase(Path folder, String family, List<Group> groups) {

  /// Some layers with the same strategies.
  ///
  /// @param strategies letters: A, H (Houlsby), P, B, L
  /// @param layers in forward order, encoder before decoder
  record Group(List<String> strategies, List<Integer> layers) {
    Group {
      strategies = List.copyOf(strategies);
      layers = List.copyOf(layers);
    }

    boolean has(String strategy) {
      return strategies.contains(strategy);
    }
  }

  ReferenceCase {
    groups = List.copyOf(groups);
  }

  /// Reads the `case.json` of a folder.
  ///
  /// @throws TrainingException if it is missing or damaged
  static ReferenceCase read(Path folder) {
    Path file = folder.resolve("case.json");
    try {
      JsonNode root = new ObjectMapper().readTree(file.toFile());
      List<Group> groups = new ArrayList<>();
      for (JsonNode group : root.required("groups")) {
        List<String> strategies = new ArrayList<>();
        group.required("strategies").forEach(letter -> strategies.add(letter.asText()));
        List<Integer> layers = new ArrayList<>();
        group.required("layers").forEach(layer -> layers.add(layer.asInt()));
        groups.add(new Group(strategies, layers));
      }
      return new ReferenceCase(folder, root.required("family").asText(), groups);
    } catch (IOException | IllegalArgumentException e) {
      throw new TrainingException(
          file + " is not a reference case (" + firstLine(e) + "): make it again", e);
    }
  }

  /// Returns the folder of the backbone that the case runs on.
  Path backbone() {
    return folder.resolveSibling("backbone");
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
