package spindle.backbone;

/// A constant factor that some backbones put on embeddings or on the decoder's output.
public enum Scale {
  /// No factor.
  ONE,
  /// The square root of the hidden width.
  ROOT_HIDDEN,
  /// One over the square root of the hidden width.
  INVERSE_ROOT_HIDDEN;

  /// Returns the factor for a hidden width.
  public double factor(int hidden) {
    return switch (this) {
      case ONE -> 1;
      case ROOT_HIDDEN -> Math.sqrt(hidden);
      case INVERSE_ROOT_HIDDEN -> 1 / Math.sqrt(hidden);
    };
  }
}
