package spindle.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A form in which a table is written to a file.
public enum TableFormat {
  /// Comma-separated values (RFC 4180) under a line of names; a missing value is an empty field.
  CSV(".csv"),
  /// One array of objects; a missing value is left out.
  JSON(".json"),
  /// One object a line; a missing value is left out.
  JSON_LINES(".jsonl"),
  /// Apache Parquet with columns of texts, whole numbers and doubles; a missing value is null.
  PARQUET(".parquet");

  private final String ending;

  TableFormat(String ending) {
    this.ending = ending;
  }

  /// Returns how names of such files end, with the dot.
  public String ending() {
    return ending;
  }

  /// Returns the format that a file's ending tells, if it tells one.
  public static Optional<TableFormat> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(format -> name.endsWith(format.ending)).findFirst();
  }
}
