package spindle.ui.setup;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What stands in the form.
///
/// @param texts of all fields
/// @param practice names of the practice tasks that are chosen
/// @param glue names of the GLUE tasks that are chosen
/// @param sampling how designs are drawn
record SetupValues(
    Map<SetupField, String> texts, Set<String> practice, Set<String> glue, Sampling sampling) {

  /// How designs are drawn.
  enum Sampling {
    /// Matched designs; candidates drop out once beaten.
    PAIRED,
    /// Independent designs, all of them trained.
    PAPER
  }

  /// Copies the collections.
  SetupValues {
    texts = Map.copyOf(new EnumMap<>(texts));
    practice = Set.copyOf(practice);
    glue = Set.copyOf(glue);
  }

  /// Returns the text of a field without the blanks around it.
  String text(SetupField field) {
    return texts.getOrDefault(field, "").strip();
  }
}
