package spindle.json;

import java.nio.file.Path;
import java.util.Optional;
import spindle.design.Design;
import spindle.design.LayerPlan;

/// A design in a file, with or without its sizes on a backbone.
///
/// ```json
/// {
///   "schemaVersion": 1,
///   "grouping": {"pattern": "spindle", "sizes": [1, 2, 2, 1]},
///   "allocation": {"pattern": "uniform", "weights": [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]},
///   "tunedGroups": [1, 2, 3, 4],
///   "assignment": ["AL", "AP", "APB", "PBL"],
///   "options": {"adapter": "pfeiffer", "prefix": {"kind": "flat"}, "lora": ["query", "value"]},
///   "layers": [{"layer": 0, "group": 1, "modules": [..]}, ..]
/// }
/// ```
///
/// `grouping.pattern` and `layers` may be missing. Groups are counted from 1, layers from 0.
///
/// @param design the design
/// @param plan its modules with their sizes, if they are known
public record DesignFile(Design design, Optional<LayerPlan> plan) {

  /// The version of the fields that this program writes and reads.
  public static final int SCHEMA_VERSION = 1;

  /// Checks that design and plan fit together.
  ///
  /// @throws IllegalArgumentException naming the layer in which they differ
  public DesignFile {
    plan.ifPresent(sizes -> {
      if (sizes.layers().size() != design.layers()) {
        throw new IllegalArgumentException(
            "the plan has %d layers but the design has %d"
                .formatted(sizes.layers().size(), design.layers()));
      }
      DesignFileForm.layers(design, sizes)
          .forEach(layer -> layer.requireFits(design, layer.layer()));
    });
  }

  /// Returns a design without sizes.
  public static DesignFile of(Design design) {
    return new DesignFile(design, Optional.empty());
  }

  /// Reads a file.
  ///
  /// @throws JsonException naming line, column and field if the file is no design of this version
  public static DesignFile read(Path file) {
    return parse(Json.textOf(file), Json.nameOf(file));
  }

  /// Reads a text.
  ///
  /// @param source where the text is from, for messages
  /// @throws JsonException naming line, column and field if the text is no design of this version
  public static DesignFile parse(String text, String source) {
    Node node = NodeReader.read(text, source);
    requireVersion(Decoder.fields(node));
    return (DesignFile) Decoder.decode(node, DesignFile.class);
  }

  /// Writes the file, which is complete or not there at all.
  ///
  /// @throws JsonException if it cannot be written
  public void write(Path file) {
    Json.write(file, this);
  }

  static String otherVersion(Object version) {
    return "schema version %s is not one that this program reads (%d)"
        .formatted(version, SCHEMA_VERSION);
  }

  /// Checks the version before any other field, as another version may have other fields.
  private static void requireVersion(Node.Fields fields) {
    Node version = fields.fields().get("schemaVersion");
    if (version instanceof Node.Numeral(Place place, String digits)
        && !digits.equals(Integer.toString(SCHEMA_VERSION))) {
      throw new JsonException(place, otherVersion(digits));
    }
  }
}
