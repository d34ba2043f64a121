package spindle.ui.plot;

import java.util.Arrays;

/// A growing list of places, without an object for each. A place that is not finite breaks a line.
public final class Points {
  private double[] xs;
  private double[] ys;
  private int size;

  /// Makes an empty list with room for some places.
  public Points(int room) {
    xs = new double[Math.max(1, room)];
    ys = new double[xs.length];
  }

  /// Adds a place at the end.
  public void add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, size * 2);
      ys = Arrays.copyOf(ys, size * 2);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  /// Returns the number of places.
  public int size() {
    return size;
  }

  /// Returns the x of a place.
  public double x(int index) {
    return xs[index];
  }

  /// Returns the y of a place.
  public double y(int index) {
    return ys[index];
  }

  /// Says whether both numbers of a place are finite.
  public boolean isFinite(int index) {
    return Double.isFinite(xs[index]) && Double.isFinite(ys[index]);
  }
}
