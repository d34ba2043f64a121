package spindle.design;

/// An architecture of pretrained transformers that Spindle can train.
public enum Family {
  /// Encoder, post-norm, with token types (Devlin et al., 2019).
  BERT,
  /// Encoder, post-norm, positions offset by the padding id (Liu et al., 2019).
  ROBERTA,
  /// Encoder and decoder, post-norm (Lewis et al., 2020).
  BART,
  /// Encoder and decoder, pre-norm with RMS norms and no biases (Raffel et al., 2020).
  T5
}
