package spindle.ui.trials;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trainings as text.
final class TrialTable {
  private TrialTable() {}

  /// Returns tab-separated lines under a line of titles, for a spreadsheet.
  static String tabbed(List<TrialRow> rows) {
    return lines(rows, "\t", text -> text.replace('\t', ' '));
  }

  /// Returns comma-separated lines under a line of titles (RFC 4180).
  static String commas(List<TrialRow> rows) {
    return lines(rows, ",", TrialTable::quoted);
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static String lines(
      List<TrialRow> rows, String between, java.util.function.UnaryOperator<String> cell) {
    Stream<String> head = Stream.of(line(TrialField::title, between, cell));
    Stream<String> body = rows.stream().map(row -> line(f -> f.text(row), between, cell));
    return Stream.concat(head, body).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(
      java.util.function.Function<TrialField, String> text,
      String between,
      java.util.function.UnaryOperator<String> cell) {
    return Stream.of(TrialField.values()).map(text).map(cell).collect(Collectors.joining(between));
  }
}
