package spindle.task;

/// What an example may hold of a JSON value.
sealed interface JsonValue {

  /// A text.
  ///
  /// @param text without quotes and escapes
  record Text(String text) implements JsonValue {}

  /// A number, `true` or `false`.
  ///
  /// @param literal as it stands in the file
  record Plain(String literal) implements JsonValue {}

  /// `null` or an array.
  record Other() implements JsonValue {}
}
