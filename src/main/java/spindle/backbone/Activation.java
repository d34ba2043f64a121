package spindle.backbone;

/// The nonlinearity of a feed-forward block.
public enum Activation {
  /// `x Phi(x)` with the exact error function.
  GELU,
  /// The tanh approximation of GELU (Hugging Face: `gelu_new`, `gelu_pytorch_tanh`).
  GELU_TANH,
  /// `max(x, 0)`.
  RELU,
  /// `x sigmoid(x)` (Hugging Face: `silu`, `swish`).
  SILU
}
