package spindle.weights;

/// A weights file that cannot be read or written: its message is one line that names the file, the
/// place in it and what to do.
public final class WeightsException extends RuntimeException {

  private static final int LONGEST = 600;

  /// Makes the message `place: what; remedy` of one line; text from damaged files is made printable
  /// and cut.
  ///
  /// @param place file, and the tensor or position in it
  /// @param what what is wrong
  /// @param remedy what the user can do
  public WeightsException(String place, String what, String remedy) {
    super(line(place, what, remedy));
  }

  /// Makes the same message and keeps the cause.
  public WeightsException(String place, String what, String remedy, Throwable cause) {
    super(line(place, what, remedy), cause);
  }

  private static String line(String place, String what, String remedy) {
    return printable(place) + ": " + printable(what) + "; " + remedy;
  }

  private static String printable(String text) {
    String line =
        text.codePoints()
            .limit(LONGEST)
            .map(WeightsException::printable)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return text.length() > line.length() ? line + "..." : line;
  }

  private static int printable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '?';
      default -> point;
    };
  }
}
