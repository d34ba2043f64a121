package spindle.ui.setup;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What stands in the form.
///
/// @param texts of all fields
/// @param practice names of the practice tasks that are chosen
/// @param glue names of the GLUE tasks that are chosen
/// @param options what is chosen from lists
record SetupValues(
    Map<SetupField, String> texts, Set<String> practice, Set<String> glue, SetupOptions options) {

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
