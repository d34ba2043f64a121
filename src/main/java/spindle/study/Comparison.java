package spindle.study;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import spindle.study.ScoreTable.Pairing;

/// The difference of two candidates by a criterion, with its standard error.
///
/// The error is the jackknife's over designs, so for the mean this is exactly the t test: paired if
/// draws belong together, Welch's if not.
///
/// @param difference criterion of the first minus that of the second
/// @param error standard error of the difference
/// @param freedom degrees of freedom
/// @param designs designs that it rests on: those both were measured on, or the fewer of the two
public record Comparison(double difference, double error, double freedom, int designs) {

  /// Compares two candidates; empty if they have fewer than two designs to compare.
  public static Optional<Comparison> of(
      ScoreTable table, String first, String second, Criterion criterion) {
    CandidateScores one = table.of(first);
    CandidateScores two = table.of(second);
    return table.pairing() == Pairing.PAIRED
        ? paired(one, two, criterion)
        : independent(values(one), values(two), criterion);
  }

  /// Returns the criterion of one candidate minus that of another, on the draws they share if draws
  /// are paired; they share at least one.
  static double difference(ScoreTable table, String first, String second, Criterion criterion) {
    CandidateScores one = table.of(first);
    CandidateScores two = table.of(second);
    return switch (table.pairing()) {
      case PAIRED ->
          Jackknife.value(shared(one, two), criterion)
              - Jackknife.value(shared(two, one), criterion);
      case INDEPENDENT ->
          Jackknife.value(values(one), criterion) - Jackknife.value(values(two), criterion);
    };
  }

  /// Returns the probability, were there no difference, of one at least as large in either
  /// direction.
  public double twoSided() {
    if (error > 0) {
      return StudentT.twoSided(difference / error, freedom);
    }
    return difference == 0 ? 1 : 0;
  }

  /// Returns the range in which the difference lies, by Student's t.
  ///
  /// @param coverage probability with which it does, such as 0.95
  Interval interval(double coverage) {
    double reach = error == 0 ? 0 : error * StudentT.quantile(1 - coverage, freedom);
    return new Interval(difference - reach, difference + reach);
  }

  /// Returns the range in which the mean of what some scores are drawn from lies, by Student's t;
  /// of a single score the score itself.
  ///
  /// @param scores at least one
  /// @param coverage probability with which it does, such as 0.95
  static Interval mean(double[] scores, double coverage) {
    double mean = Arrays.stream(scores).average().orElseThrow();
    double squares = Arrays.stream(scores).map(score -> (score - mean) * (score - mean)).sum();
    if (squares == 0) {
      return new Interval(mean, mean);
    }
    int freedom = scores.length - 1;
    double error = StrictMath.sqrt(squares / freedom / scores.length);
    double reach = error * StudentT.quantile(1 - coverage, freedom);
    return new Interval(mean - reach, mean + reach);
  }

  private static Optional<Comparison> paired(
      CandidateScores one, CandidateScores two, Criterion criterion) {
    double[] x = shared(one, two);
    double[] y = shared(two, one);
    if (x.length < 2) {
      return Optional.empty();
    }
    double[] left = Jackknife.leaveOneOut(x, criterion);
    double[] right = Jackknife.leaveOneOut(y, criterion);
    for (int i = 0; i < left.length; i++) {
      left[i] -= right[i];
    }
    double difference = Jackknife.value(x, criterion) - Jackknife.value(y, criterion);
    double error = StrictMath.sqrt(Jackknife.variance(left));
    // Differences that are equal but for rounding have no spread.
    double noise = 1e-12 * Math.max(1, Math.abs(difference));
    return Optional.of(
        new Comparison(
            Math.abs(difference) < 1e-12 ? 0 : difference,
            error < noise ? 0 : error,
            x.length - 1,
            x.length));
  }

  private static Optional<Comparison> independent(double[] x, double[] y, Criterion criterion) {
    if (x.length < 2 || y.length < 2) {
      return Optional.empty();
    }
    double u = Jackknife.variance(Jackknife.leaveOneOut(x, criterion));
    double v = Jackknife.variance(Jackknife.leaveOneOut(y, criterion));
    double difference = Jackknife.value(x, criterion) - Jackknife.value(y, criterion);
    double freedom =
        u + v > 0 ? (u + v) * (u + v) / (u * u / (x.length - 1) + v * v / (y.length - 1)) : 1;
    return Optional.of(
        new Comparison(difference, StrictMath.sqrt(u + v), freedom, Math.min(x.length, y.length)));
  }

  /// Scores of one candidate in the draws in which both have one.
  private static double[] shared(CandidateScores of, CandidateScores with) {
    return of.scores().entrySet().stream()
        .filter(entry -> with.scores().containsKey(entry.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .toArray();
  }

  private static double[] values(CandidateScores scores) {
    return scores.scores().values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// A criterion with one design left out at a time.
  private static final class Jackknife {

    private Jackknife() {}

    static double value(double[] scores, Criterion criterion) {
      double[] ascending = scores.clone();
      Arrays.sort(ascending);
      int[] once = new int[scores.length];
      Arrays.fill(once, 1);
      return criterion.of(ascending, once);
    }

    /// Returns the criterion without design `i`, for every `i`.
    static double[] leaveOneOut(double[] scores, Criterion criterion) {
      return switch (criterion) {
        case Criterion.Mean() -> means(scores);
        case Criterion.TopDecileMean(), Criterion.BestOf(_) -> others(scores, criterion);
      };
    }

    private static double[] means(double[] scores) {
      double sum = Arrays.stream(scores).sum();
      return Arrays.stream(scores).map(x -> (sum - x) / (scores.length - 1)).toArray();
    }

    private static double[] others(double[] scores, Criterion criterion) {
      double[] values = new double[scores.length];
      for (int i = 0; i < scores.length; i++) {
        double[] rest = new double[scores.length - 1];
        System.arraycopy(scores, 0, rest, 0, i);
        System.arraycopy(scores, i + 1, rest, i, rest.length - i);
        values[i] = value(rest, criterion);
      }
      return values;
    }

    static double variance(double[] left) {
      double mean = Arrays.stream(left).average().orElseThrow();
      double squares = Arrays.stream(left).map(x -> (x - mean) * (x - mean)).sum();
      return squares * (left.length - 1) / left.length;
    }
  }
}
