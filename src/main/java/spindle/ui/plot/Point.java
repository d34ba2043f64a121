package spindle.ui.plot;

/// A place on a surface, in pixels from its top left corner.
///
/// @param x to the right
/// @param y downwards
public record Point(double x, double y) {

  /// Returns the distance to another place.
  public double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
