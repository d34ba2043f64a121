package spindle.ui.plot;

/// How an axis maps values to places.
public enum Scale {
  /// Equal differences are equally long.
  LINEAR,
  /// Equal ratios are equally long, base 10; for values above 0.
  LOG,
  /// Linear in seconds, marked in seconds, minutes and hours.
  DURATION
}
