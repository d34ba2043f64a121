package spindle.task;

import java.util.Optional;

/// The columns or fields of a file that make an example.
///
/// In delimited files each is a name or a number from 1. In JSON lines and Parquet it is a name,
/// with dots if it is nested: `translation.en`.
///
/// @param text of the sentence or the given text
/// @param second of the second sentence of a pair
/// @param label of the label, the score or the text to write
record Fields(String text, Optional<String> second, String label) {}
