package spindle.ui.trials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import spindle.study.TrialOutcome;
import spindle.study.WrittenText;

/// What trainings wrote for one text that all or some of them were given.
///
/// @param source what they were given
/// @param reference what they should write
/// @param lines what each wrote
public record Writing(String source, String reference, List<Line> lines) {

  /// What one training wrote.
  ///
  /// @param number of the training in the study
  /// @param written what it wrote; may be empty
  public record Line(int number, String written) {}

  private record Given(String source, String reference) {}

  /// Copies the list.
  public Writing {
    lines = List.copyOf(lines);
  }

  /// Returns what trainings wrote, in the order in which they kept it; nothing of those that do not
  /// write.
  public static List<Writing> of(List<TrialRow> rows) {
    Map<Given, List<Line>> all = new LinkedHashMap<>();
    for (TrialRow row : rows) {
      texts(row)
          .forEach(text ->
              all.computeIfAbsent(
                      new Given(text.source(), text.reference()), _ -> new ArrayList<>())
                  .add(new Line(row.number(), text.written())));
    }
    return all.entrySet().stream()
        .map(entry ->
            new Writing(entry.getKey().source(), entry.getKey().reference(), entry.getValue()))
        .toList();
  }

  private static Stream<WrittenText> texts(TrialRow row) {
    return row
        .outcome()
        .filter(TrialOutcome.Scored.class::isInstance)
        .map(TrialOutcome.Scored.class::cast)
        .flatMap(TrialOutcome.Scored::texts)
        .or(() -> Optional.of(List.<WrittenText>of()))
        .stream()
        .flatMap(List::stream);
  }

  /// Says whether a training wrote just what it should.
  public boolean isExact(Line line) {
    return line.written().strip().equals(reference.strip());
  }
}
