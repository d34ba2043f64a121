package spindle.ui.confirm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits lines of JSON into pieces that are coloured alike. The text is never changed.
final class JsonTokens {
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<key>\"(?:[^\"\\\\]|\\\\.)*\"(?=\\s*:))|(?<text>\"(?:[^\"\\\\]|\\\\.)*\")"
              + "|(?<number>-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)|(?<word>\\b(?:true|false|null)\\b)");

  private JsonTokens() {}

  /// What a piece is.
  enum Kind {
    /// Name of a field.
    KEY,
    /// A text.
    TEXT,
    /// A number.
    NUMBER,
    /// True, false or null.
    WORD,
    /// All else: brackets, commas, blanks.
    MARK
  }

  /// A piece of a line.
  ///
  /// @param kind what it is
  /// @param text as it stands in the line
  record Token(Kind kind, String text) {}

  /// Returns the pieces of a line; joined they are the line.
  static List<Token> of(String line) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = PIECE.matcher(line);
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        tokens.add(new Token(Kind.MARK, line.substring(end, matcher.start())));
      }
      tokens.add(new Token(kind(matcher), matcher.group()));
      end = matcher.end();
    }
    if (end < line.length()) {
      tokens.add(new Token(Kind.MARK, line.substring(end)));
    }
    return tokens;
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("key") != null) {
      return Kind.KEY;
    }
    if (matcher.group("text") != null) {
      return Kind.TEXT;
    }
    return matcher.group("number") != null ? Kind.NUMBER : Kind.WORD;
  }
}
