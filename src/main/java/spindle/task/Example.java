package spindle.task;

import java.util.Optional;

/// One labelled text or pair of texts.
///
/// @param text the sentence, or the first of a pair
/// @param second the second sentence of a pair
/// @param label index of the class, or the score of a regression
public record Example(String text, Optional<String> second, double label) {}
