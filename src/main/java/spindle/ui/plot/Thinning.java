package spindle.ui.plot;

/// Thins a line to what a screen can show: of each pixel column the first, lowest, highest and last
/// place (the M4 aggregation of Jugel et al., 2014). Looks the same and costs the same for any
/// length.
final class Thinning {
  private final Points out;
  private final double[] xs = new double[4];
  private final double[] ys = new double[4];
  private double column = Double.NaN;
  private int held;

  /// Writes to a list.
  Thinning(Points out) {
    this.out = out;
  }

  /// Takes the next place; x must not run backwards.
  void add(double x, double y) {
    if (!Double.isFinite(y)) {
      end();
      out.add(Double.NaN, Double.NaN);
      return;
    }
    if (Math.floor(x) != column) {
      end();
      column = Math.floor(x);
    }
    if (held == 0) {
      for (int i = 0; i < 4; i++) {
        set(i, x, y);
      }
    }
    held++;
    if (y < ys[1]) {
      set(1, x, y);
    }
    if (y > ys[2]) {
      set(2, x, y);
    }
    set(3, x, y);
  }

  /// Writes what is held back of the last column.
  void end() {
    if (held > 0) {
      out.add(xs[0], ys[0]);
      boolean lowFirst = xs[1] <= xs[2];
      write(lowFirst ? 1 : 2);
      write(lowFirst ? 2 : 1);
      write(3);
    }
    held = 0;
    column = Double.NaN;
  }

  private void write(int index) {
    int last = out.size() - 1;
    if (xs[index] != out.x(last) || ys[index] != out.y(last)) {
      out.add(xs[index], ys[index]);
    }
  }

  private void set(int index, double x, double y) {
    xs[index] = x;
    ys[index] = y;
  }
}
