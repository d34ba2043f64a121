package spindle.study;

import java.util.Arrays;

/// The empirical distribution function of a space's errors: `F(e) = #{i : e_i < e} / n`.
///
/// The further left, the better the space. Source: Radosavovic et al., Designing Network Design
/// Spaces, 2020, equation 1.
public final class Edf {

  private final double[] errors;

  private Edf(double[] errors) {
    this.errors = errors;
  }

  /// Makes the function of some scores, whose errors are `1 - score`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Edf ofScores(double... scores) {
    if (scores.length == 0) {
      throw new IllegalArgumentException("a distribution needs at least one score");
    }
    return new Edf(Arrays.stream(scores).map(score -> 1 - score).sorted().toArray());
  }

  /// Returns the share of the errors below a number.
  public double below(double error) {
    int count = 0;
    while (count < errors.length && errors[count] < error) {
      count++;
    }
    return (double) count / errors.length;
  }

  /// Returns the errors in ascending order: the places of the function's steps.
  public double[] steps() {
    return errors.clone();
  }

  /// Returns the Kolmogorov-Smirnov distance `sup |F1 - F2|`, in `[0, 1]`.
  public double distance(Edf other) {
    double distance = 0;
    int i = 0;
    int j = 0;
    while (i < errors.length && j < other.errors.length) {
      double step = Math.min(errors[i], other.errors[j]);
      while (i < errors.length && errors[i] == step) {
        i++;
      }
      while (j < other.errors.length && other.errors[j] == step) {
        j++;
      }
      double gap = (double) i / errors.length - (double) j / other.errors.length;
      distance = Math.max(distance, Math.abs(gap));
    }
    return distance;
  }
}
