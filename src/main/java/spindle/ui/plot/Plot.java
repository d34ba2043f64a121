package spindle.ui.plot;

/// Something that can be drawn at any size, in any colours, on any surface.
public interface Plot {

  /// Draws all of it into a rectangle.
  void draw(Surface surface, Box area, Palette palette);
}
