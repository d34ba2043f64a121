package spindle.task;

import java.util.List;
import java.util.Optional;

/// One labelled text or pair of texts.
///
/// @param text the sentence, or the first of a pair
/// @param second the second sentence of a pair
/// @param label index of the class, or the score of a regression
public record Example(String text, Optional<String> second, double label) {

  /// Returns the one or two texts without the label.
  public List<String> texts() {
    return second.map(other -> List.of(text, other)).orElse(List.of(text));
  }
}
