package spindle.ui.plot;

/// How a piece of text looks and how it lies around its place.
///
/// The place is on the text's middle line, half way up its capitals.
///
/// @param ink its colour
/// @param size in pixels
/// @param weight thickness of its strokes
/// @param anchor part of the text that lies at its place
/// @param turn direction that it runs in
public record TextStyle(Ink ink, double size, Weight weight, Anchor anchor, Turn turn) {

  /// Thickness of strokes.
  public enum Weight {
    /// Inter Regular.
    REGULAR,
    /// Inter SemiBold.
    SEMI_BOLD
  }

  /// The part of the text that lies at its place.
  public enum Anchor {
    /// Its beginning.
    START,
    /// Its middle.
    MIDDLE,
    /// Its end.
    END
  }

  /// The direction that text runs in.
  public enum Turn {
    /// To the right.
    LEVEL,
    /// Upwards.
    UP
  }

  /// Returns level, regular text.
  public static TextStyle of(Ink ink, double size, Anchor anchor) {
    return new TextStyle(ink, size, Weight.REGULAR, anchor, Turn.LEVEL);
  }

  /// Returns this style with other strokes.
  public TextStyle weighing(Weight other) {
    return new TextStyle(ink, size, other, anchor, turn);
  }

  /// Returns this style running upwards.
  public TextStyle upwards() {
    return new TextStyle(ink, size, weight, anchor, Turn.UP);
  }

  /// Returns the y of the base line of text at a place: half of Inter's capitals, 0.727 em, below.
  double drop() {
    return size * 0.727 / 2;
  }
}
