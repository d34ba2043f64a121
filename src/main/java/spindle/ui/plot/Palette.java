package spindle.ui.plot;

import java.util.List;

/// The colours of a plot.
///
/// @param text of titles and marked labels
/// @param muted of other labels
/// @param grid of grid lines
/// @param background behind all
/// @param accent of what is chosen or live
/// @param series one for each thing that is compared, used in turn; never empty
public record Palette(Ink text, Ink muted, Ink grid, Ink background, Ink accent, List<Ink> series) {

  /// The colours of series; each has a contrast of at least 3 to both themes' backgrounds.
  public static final List<Ink> SERIES =
      List.of(
          Ink.of(0x3b7ddd),
          Ink.of(0xe0604a),
          Ink.of(0x1f9e84),
          Ink.of(0xa68a00),
          Ink.of(0x8a5cd0),
          Ink.of(0xd6478f),
          Ink.of(0x1a94bd),
          Ink.of(0x7f8c2a));

  /// What files are drawn with, whatever the window's theme: for white paper.
  public static final Palette PAPER =
      new Palette(
          Ink.of(0x24292f),
          Ink.of(0x57606a),
          Ink.of(0xdfe3e8),
          Ink.of(0xffffff),
          Ink.of(0x0969da),
          SERIES);

  /// Copies the series.
  ///
  /// @throws IllegalArgumentException if there is none
  public Palette {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a palette needs a colour for series");
    }
  }

  /// Returns the colour of a series, counted from 0; they repeat.
  public Ink series(int index) {
    return series.get(Math.floorMod(index, series.size()));
  }
}
