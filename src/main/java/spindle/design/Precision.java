package spindle.design;

/// The number format in which a training multiplies by frozen weights.
///
/// Trained tensors, norms, attention, losses and the optimizer are always kept in float32.
public enum Precision {
  /// 32 bits: the results of the reference libraries.
  FLOAT32,
  /// 32 bits of which a graphics card's products, of trained weights too, read 19: 10 of mantissa.
  /// On a processor the same as [#FLOAT32].
  TF32,
  /// 16 bits, of which 8 are mantissa: faster on processors with AVX512_BF16, not measured on
  /// others. Losses and scores differ from those in float32, so designs are compared in one
  /// precision only.
  BFLOAT16
}
