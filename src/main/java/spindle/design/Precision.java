package spindle.design;

/// The number format in which a training multiplies by frozen weights.
///
/// Trained tensors, norms, attention, losses and the optimizer are always in float32.
public enum Precision {
  /// 32 bits: the results of the reference libraries.
  FLOAT32,
  /// 16 bits, of which 8 are mantissa: faster on processors with AVX512_BF16, not measured on
  /// others. Losses and scores differ from those in float32, so designs are compared in one
  /// precision only.
  BFLOAT16
}
