package spindle.export;

import java.util.List;
import java.util.stream.Collectors;

/// Lines of comma-separated values, as in RFC 4180: a field with a comma, a quote or a line break
/// is quoted, a quote in it doubled. Lines end with CR and LF.
final class Csv {

  private static final String LINE_END = "\r\n";

  private Csv() {}

  static String line(List<String> fields) {
    return fields.stream().map(Csv::field).collect(Collectors.joining(",")) + LINE_END;
  }

  private static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
