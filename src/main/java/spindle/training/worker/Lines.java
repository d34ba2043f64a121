package spindle.training.worker;

import spindle.json.Json;
import spindle.json.JsonException;

/// Messages as JSON lines.
final class Lines {

  private Lines() {}

  static String line(Object message) {
    return Json.line(message);
  }

  /// @throws IllegalArgumentException if the line is no such message
  static <T> T read(String line, Class<T> type) {
    try {
      return Json.read(line, type);
    } catch (JsonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
