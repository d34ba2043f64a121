package spindle.task;

/// The right answer to an example.
public sealed interface Answer {

  /// A class or a score.
  ///
  /// @param value index of the class, or the score
  record Label(double value) implements Answer {}

  /// A text that is to be written.
  ///
  /// @param text as it stands in the data, without surrounding blanks
  record Text(String text) implements Answer {}
}
