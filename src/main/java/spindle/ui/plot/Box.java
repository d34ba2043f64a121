package spindle.ui.plot;

/// A rectangle on a surface, in pixels.
///
/// @param x of its left edge
/// @param y of its upper edge
/// @param width not negative
/// @param height not negative
public record Box(double x, double y, double width, double height) {

  /// Returns the rectangle between two corners, in any order.
  public static Box between(Point a, Point b) {
    return new Box(
        Math.min(a.x(), b.x()),
        Math.min(a.y(), b.y()),
        Math.abs(a.x() - b.x()),
        Math.abs(a.y() - b.y()));
  }

  /// Returns the x of the right edge.
  public double right() {
    return x + width;
  }

  /// Returns the y of the lower edge.
  public double bottom() {
    return y + height;
  }

  /// Returns the middle.
  public Point centre() {
    return new Point(x + width / 2, y + height / 2);
  }

  /// Says whether a place is inside or on the edge.
  public boolean contains(Point point) {
    return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
  }

  /// Returns the rectangle that many pixels inside this one; empty rather than negative.
  public Box inset(double by) {
    return new Box(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by));
  }
}
