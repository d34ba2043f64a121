package spindle.task;

import java.util.List;
import java.util.Optional;

/// One text or pair of texts and the right answer to it.
///
/// @param text the sentence, the first of a pair, or what a text is written from
/// @param second the second sentence of a pair
/// @param answer what a model should say
public record Example(String text, Optional<String> second, Answer answer) {

  /// Makes an example of a classification or regression.
  ///
  /// @param label index of the class, or the score
  public Example(String text, Optional<String> second, double label) {
    this(text, second, new Answer.Label(label));
  }

  /// Makes an example of writing a text from another.
  static Example written(String source, String target) {
    return new Example(source, Optional.empty(), new Answer.Text(target));
  }

  /// Returns the one or two texts without the answer.
  public List<String> texts() {
    return second.map(other -> List.of(text, other)).orElse(List.of(text));
  }

  /// Returns the index of the class, or the score.
  ///
  /// @throws IllegalStateException if the answer is a text
  public double label() {
    return switch (answer) {
      case Answer.Label(double value) -> value;
      case Answer.Text _ -> throw new IllegalStateException("the answer is a text: " + answer);
    };
  }

  /// Returns the text that is to be written.
  ///
  /// @throws IllegalStateException if the answer is a class or a score
  public String reference() {
    return switch (answer) {
      case Answer.Text(String text) -> text;
      case Answer.Label _ -> throw new IllegalStateException("the answer is a label: " + answer);
    };
  }
}
