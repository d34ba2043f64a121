package spindle.task;

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
  SPEARMAN
}
