package spindle.design;

/// The form of a layer's feed-forward block.
public enum FeedForward {
  /// One input projection: `W2 g(W1 x)`.
  PLAIN,
  /// Two input projections, T5 v1.1: `Wo (g(Wi0 x) * Wi1 x)`.
  GATED
}
