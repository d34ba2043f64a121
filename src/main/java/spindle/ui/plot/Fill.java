package spindle.ui.plot;

import java.util.Optional;

/// How an area looks.
///
/// @param inside colour of the area, if any
/// @param outline pen of its edge, if any
public record Fill(Optional<Ink> inside, Optional<Pen> outline) {

  /// Returns an area without an edge.
  public static Fill of(Ink ink) {
    return new Fill(Optional.of(ink), Optional.empty());
  }

  /// Returns an edge alone.
  public static Fill outline(Pen pen) {
    return new Fill(Optional.empty(), Optional.of(pen));
  }

  /// Returns an area with an edge.
  public static Fill of(Ink ink, Pen pen) {
    return new Fill(Optional.of(ink), Optional.of(pen));
  }
}
