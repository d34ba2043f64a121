package spindle.task;

import java.nio.file.Path;
import java.util.Locale;

/// How a file of examples is laid out.
public enum FileFormat {
  /// Fields separated by commas, quoted where needed (RFC 4180).
  COMMA,
  /// Fields separated by tabs; quotes are characters like any other.
  TAB,
  /// One JSON object a line.
  JSON_LINES,
  /// The columns of Apache Parquet.
  PARQUET;

  /// Returns what a file's ending tells: `.tsv` and `.tab` are tabs, `.jsonl`, `.ndjson` and
  /// `.json` are JSON lines, `.parquet` and `.pq` are Parquet, all others are commas.
  public static FileFormat of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "tsv", "tab" -> TAB;
      case "jsonl", "ndjson", "json" -> JSON_LINES;
      case "parquet", "pq" -> PARQUET;
      default -> COMMA;
    };
  }
}
