package spindle.design;

/// A projection of a layer that LoRA can update.
///
/// In a decoder layer the attention matrices mean those of self-attention and cross-attention.
public enum LoraMatrix {
  /// The query projection, `d` to `d_a`.
  QUERY,
  /// The key projection, `d` to `d_a`.
  KEY,
  /// The value projection, `d` to `d_a`.
  VALUE,
  /// The attention output projection, `d_a` to `d`.
  OUTPUT,
  /// The feed-forward input projections, `d` to `d_ff`; both of a gated block.
  FEED_FORWARD_IN,
  /// The feed-forward output projection, `d_ff` to `d`.
  FEED_FORWARD_OUT
}
