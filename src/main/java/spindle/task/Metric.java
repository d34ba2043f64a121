package spindle.task;

import java.util.List;

/// A measure of predictions, as GLUE defines it; the higher the better.
public enum Metric {
  /// Share of right classes, in `[0, 1]`.
  ACCURACY,
  /// Harmonic mean of precision and recall of class 1, in `[0, 1]`.
  F1,
  /// Matthews correlation, in `[-1, 1]`.
  MATTHEWS,
  /// Linear correlation, in `[-1, 1]`.
  PEARSON,
  /// Rank correlation, in `[-1, 1]`.
  SPEARMAN;

  /// Returns the score of some predictions.
  ///
  /// Zero where the formula has no value: an F1 without a true positive, and a correlation with
  /// labels or predictions that are all the same.
  ///
  /// @param predicted a class index or a score for each example
  /// @param labels the labels of the same examples
  /// @throws IllegalArgumentException if the lengths differ, there are no examples, or a value is
  ///   no finite number
  public double of(List<Double> predicted, List<Double> labels) {
    return score(numbers(predicted), numbers(labels));
  }

  private double score(double[] predicted, double[] labels) {
    requireNumbers(predicted, labels);
    return switch (this) {
      case ACCURACY -> Agreement.accuracy(predicted, labels);
      case F1 -> Agreement.f1(predicted, labels);
      case MATTHEWS -> Agreement.matthews(predicted, labels);
      case PEARSON -> Correlation.pearson(predicted, labels);
      case SPEARMAN -> Correlation.spearman(predicted, labels);
    };
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void requireNumbers(double[] predicted, double[] labels) {
    if (predicted.length != labels.length || predicted.length == 0) {
      throw new IllegalArgumentException(
          predicted.length + " predictions for " + labels.length + " labels");
    }
    for (int i = 0; i < predicted.length; i++) {
      if (!Double.isFinite(predicted[i]) || !Double.isFinite(labels[i])) {
        throw new IllegalArgumentException(
            "example " + i + " has no number: " + predicted[i] + " for " + labels[i]);
      }
    }
  }
}
