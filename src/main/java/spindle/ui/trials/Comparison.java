package spindle.ui.trials;

import java.util.List;
import java.util.stream.Stream;

/// Some trainings side by side: only the fields in which they differ.
///
/// @param numbers the trainings' numbers in the study
/// @param lines the fields that differ
public record Comparison(List<String> numbers, List<Line> lines) {
  /// Fewest trainings that are compared.
  public static final int FEWEST = 2;

  /// Most trainings that are compared.
  public static final int MOST = 8;

  /// One field.
  ///
  /// @param title of the field
  /// @param values one a training
  public record Line(String title, List<String> values) {
    /// Copies the values.
    public Line {
      values = List.copyOf(values);
    }
  }

  /// Copies the lists.
  public Comparison {
    numbers = List.copyOf(numbers);
    lines = List.copyOf(lines);
  }

  /// Compares trainings.
  ///
  /// @throws IllegalArgumentException if there are fewer than two or more than eight
  public static Comparison of(List<TrialRow> rows) {
    if (rows.size() < FEWEST || rows.size() > MOST) {
      throw new IllegalArgumentException("two to eight trainings are compared, not " + rows.size());
    }
    List<Line> lines =
        Stream.of(TrialField.values())
            .filter(field -> field != TrialField.NUMBER)
            .map(field -> new Line(field.title(), rows.stream().map(field::text).toList()))
            .filter(line -> line.values().stream().distinct().count() > 1)
            .toList();
    return new Comparison(rows.stream().map(row -> "#" + row.number()).toList(), lines);
  }
}
