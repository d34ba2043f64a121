package spindle.ui.plot;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;

/// Spreads the dots of one candidate sideways so that they do not cover each other.
final class Swarm {
  private final double[] ys;
  private final double radius;
  private final double[] shifts;
  private final Deque<Integer> near = new ArrayDeque<>();

  private Swarm(double[] ys, double radius) {
    this.ys = ys;
    this.radius = radius;
    this.shifts = new double[ys.length];
  }

  /// Returns the sideways shift of each dot, in pixels.
  ///
  /// Dots are placed from the top down, each as near to the middle as those before it allow; where
  /// the width does not suffice they overlap at its edge.
  ///
  /// @param ys vertical places in pixels
  /// @param radius of a dot, above 0
  /// @param halfWidth greatest shift, not negative
  static double[] shifts(double[] ys, double radius, double halfWidth) {
    return new Swarm(ys, radius).placed(halfWidth);
  }

  private double[] placed(double halfWidth) {
    Integer[] order = new Integer[ys.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> ys[i]));
    for (int dot : order) {
      while (!near.isEmpty() && ys[dot] - ys[near.getFirst()] >= 2 * radius) {
        near.removeFirst();
      }
      shifts[dot] = Math.clamp(nearestFree(dot), -halfWidth, halfWidth);
      near.addLast(dot);
    }
    return shifts;
  }

  private double nearestFree(int dot) {
    double best = isFree(dot, 0) ? 0 : Double.POSITIVE_INFINITY;
    for (int other : near) {
      double dy = ys[dot] - ys[other];
      double dx = Math.sqrt(Math.max(0, 4 * radius * radius - dy * dy));
      for (double shift : new double[] {shifts[other] + dx, shifts[other] - dx}) {
        if (Math.abs(shift) < Math.abs(best) && isFree(dot, shift)) {
          best = shift;
        }
      }
    }
    return best;
  }

  private boolean isFree(int dot, double shift) {
    double least = 2 * radius - 1e-6;
    for (int other : near) {
      if (Math.hypot(shift - shifts[other], ys[dot] - ys[other]) < least) {
        return false;
      }
    }
    return true;
  }
}
