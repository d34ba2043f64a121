package spindle.task;

import java.util.List;

/// What a task asks for.
public sealed interface Target {

  /// One of some classes.
  ///
  /// @param labels names of the classes, at least two; the index is the label of an example
  record Classes(List<String> labels) implements Target {
    /// Copies the names.
    ///
    /// @throws IllegalArgumentException if there are fewer than two
    public Classes {
      labels = List.copyOf(labels);
      if (labels.size() < 2) {
        throw new IllegalArgumentException("a classification needs two labels: " + labels);
      }
    }
  }

  /// A number.
  ///
  /// @param least lowest score
  /// @param most highest score
  record Score(double least, double most) implements Target {}

  /// A text that is written from the example's text.
  record Text() implements Target {}
}
