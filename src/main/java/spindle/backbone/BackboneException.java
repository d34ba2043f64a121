package spindle.backbone;

/// A backbone that cannot be used: its message is one line that names the file, the place in it and
/// what to do.
public final class BackboneException extends RuntimeException {

  private static final int LONGEST = 600;

  /// Makes the message `place: what; remedy` of one line; text from damaged files is made printable
  /// and cut.
  ///
  /// @param place file or folder, and the field or tensor in it
  /// @param what what is wrong
  /// @param remedy what the user can do
  public BackboneException(String place, String what, String remedy) {
    super(printable(place) + ": " + printable(what) + "; " + remedy);
  }

  /// Makes the same message and keeps the cause.
  public BackboneException(String place, String what, String remedy, Throwable cause) {
    super(printable(place) + ": " + printable(what) + "; " + remedy, cause);
  }

  private static String printable(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
