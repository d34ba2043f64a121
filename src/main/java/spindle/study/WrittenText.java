package spindle.study;

/// A text that a trained decoder wrote, kept to be looked at.
///
/// @param source what it was given
/// @param reference what it should write
/// @param written what it wrote
public record WrittenText(String source, String reference, String written) {

  private static final int LONGEST = 400;

  /// Cuts long texts.
  public WrittenText {
    source = cut(source);
    reference = cut(reference);
    written = cut(written);
  }

  private static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
