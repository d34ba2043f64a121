package spindle.store;

import java.nio.file.Path;
import java.time.Instant;
import spindle.json.Json;
import spindle.json.JsonException;
import spindle.study.StoreException;

/// What the columns of a study file hold.
final class Column {
  private Column() {}

  /// Returns the value of a column of JSON.
  ///
  /// @param table for messages
  /// @throws StoreException if it does not hold one
  static <T> T value(Path file, String table, String text, Class<T> type) {
    try {
      return Json.read(text, "table " + table, type);
    } catch (JsonException e) {
      throw Faults.damaged(file, String.valueOf(e.getMessage()), e);
    }
  }

  /// Returns the column of a time.
  static long of(Instant time) {
    return time.toEpochMilli();
  }

  /// Returns the time of a column.
  static Instant time(long milliseconds) {
    return Instant.ofEpochMilli(milliseconds);
  }
}
