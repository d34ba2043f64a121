package spindle.study;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Where the result of an attempt comes from, beside the trial's own seed and settings.
///
/// @param versions of program, engine, native library and platform, by name; kept sorted
/// @param device that computed it, such as `cpu` or `gpu:0`
/// @param backbone SHA-256 of the backbone's weights, hexadecimal
/// @param data SHA-256 of the task's examples, hexadecimal
public record Provenance(
    Map<String, String> versions, String device, String backbone, String data) {
  /// Copies the map.
  public Provenance {
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }
}
