package spindle.ui.trials;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trainings as tab-separated lines under a line of titles, for a spreadsheet.
final class TabbedRows {
  private TabbedRows() {}

  static String of(List<TrialRow> rows) {
    Stream<String> head = Stream.of(line(TrialField::title));
    Stream<String> body = rows.stream().map(row -> line(field -> field.text(row)));
    return Stream.concat(head, body).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Function<TrialField, String> text) {
    return Stream.of(TrialField.values())
        .map(field -> text.apply(field).replace('\t', ' '))
        .collect(Collectors.joining("\t"));
  }
}
