package spindle.export;

/// A variable of a table.
///
/// @param name in the table's files
/// @param type of its values
record TableColumn(String name, Type type) {

  /// What the values of a variable are.
  enum Type {
    /// Words.
    TEXT,
    /// Whole numbers.
    WHOLE,
    /// Numbers.
    REAL
  }

  static TableColumn text(String name) {
    return new TableColumn(name, Type.TEXT);
  }

  static TableColumn whole(String name) {
    return new TableColumn(name, Type.WHOLE);
  }

  static TableColumn real(String name) {
    return new TableColumn(name, Type.REAL);
  }
}
