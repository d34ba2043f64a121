package spindle.json;

import java.util.List;
import java.util.Map;

/// A JSON value that knows where it stands.
sealed interface Node {

  /// Returns where the value begins.
  Place place();

  /// Returns what the value is, in words: `a number`.
  default String words() {
    return switch (this) {
      case Fields _ -> "an object";
      case Items _ -> "a list";
      case Text _ -> "a text";
      case Numeral _ -> "a number";
      case Truth _ -> "true or false";
      case Nothing _ -> "null";
    };
  }

  /// An object; its fields are in the order of the text.
  record Fields(Place place, Map<String, Node> fields) implements Node {}

  /// An array.
  record Items(Place place, List<Node> items) implements Node {}

  /// A string.
  record Text(Place place, String value) implements Node {}

  /// A number, as it is written.
  record Numeral(Place place, String digits) implements Node {}

  /// `true` or `false`.
  record Truth(Place place, boolean value) implements Node {}

  /// `null`, which no form of ours allows.
  record Nothing(Place place) implements Node {}
}
