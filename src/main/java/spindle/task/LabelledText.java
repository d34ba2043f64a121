package spindle.task;

import java.util.Optional;

/// A row whose label is still the file's own spelling, or the text that is to be written.
///
/// @param place where it stands
/// @param text the sentence, or the first of a pair
/// @param second the second sentence of a pair
/// @param label as written, without surrounding blanks
record LabelledText(Place place, String text, Optional<String> second, String label) {

  /// Returns an error at this row.
  TaskException error(String problem, String remedy) {
    return place.error(problem, remedy);
  }
}
