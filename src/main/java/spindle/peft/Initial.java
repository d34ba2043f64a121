package spindle.peft;

/// The value of a trainable tensor before the first step.
public sealed interface Initial {

  /// All zero.
  record Zero() implements Initial {}

  /// Independent normal numbers of mean 0.
  ///
  /// @param deviation standard deviation
  record Normal(double deviation) implements Initial {}

  /// Independent uniform numbers in `[-bound, bound)`.
  ///
  /// @param bound half the width of the interval
  record Uniform(double bound) implements Initial {

    /// Kaiming uniform with `a = sqrt 5`: the bound is `1 / sqrt(inputs)`.
    ///
    /// Source: He et al., "Delving Deep into Rectifiers", arXiv:1502.01852, as PyTorch's linear
    /// layers and the authors of LoRA use it.
    static Uniform kaiming(long inputs) {
      return new Uniform(1 / Math.sqrt((double) inputs));
    }
  }

  /// A copy of one of the backbone's tensors.
  ///
  /// @param tensor its name in the backbone
  record CopyOf(String tensor) implements Initial {}
}
