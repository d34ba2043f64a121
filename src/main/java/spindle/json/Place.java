package spindle.json;

/// Where in a text a value stands.
///
/// @param source name of the file; empty if the text is from none
/// @param line line, from 1
/// @param column column, from 1
/// @param path fields that lead to the value, such as `layers[2].modules`; empty for the whole text
record Place(String source, int line, int column, String path) {

  /// Returns the place of a field of the value that stands here, at another line and column.
  static String field(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  @Override
  public String toString() {
    String where = "line " + line + ", column " + column;
    return (source.isEmpty() ? where : source + ", " + where)
        + (path.isEmpty() ? "" : ", field " + path);
  }
}
