package spindle.design;

/// How the keys and values of a prefix are parametrised.
public sealed interface PrefixForm {

  /// The keys and values are the parameters.
  record Flat() implements PrefixForm {}

  /// One network makes them for all layers: `W2 tanh(W1 E + b1) + b2` (Li and Liang, 2021).
  ///
  /// @param width inner width `m`, at least 1; 512 in the original
  record Reparametrised(int width) implements PrefixForm {
    /// Checks the width.
    ///
    /// @throws IllegalArgumentException if the width is below 1
    public Reparametrised {
      if (width < 1) {
        throw new IllegalArgumentException("the width must be at least 1: " + width);
      }
    }
  }
}
