package spindle.task;

/// What separates the fields of a line.
enum Delimiter {
  /// A comma; fields may be quoted (RFC 4180).
  COMMA,
  /// A tab; quotes are characters like any other.
  TAB
}
