package spindle.backbone;

/// How a backbone knows the order of its tokens.
public sealed interface Positions {

  /// A table of trained vectors, one row a position; token `t` of a text uses row `t + offset`.
  ///
  /// RoBERTa counts only tokens that are not padding; texts are padded at the end, so that token
  /// `t` still uses row `t + offset`, and padding uses the row of the padding id.
  ///
  /// @param rows rows of the table
  /// @param offset row of the first token: 0 for BERT, padding id + 1 for RoBERTa, 2 for BART
  record Learned(int rows, int offset) implements Positions {

    /// Checks that at least one token fits.
    ///
    /// @throws IllegalArgumentException if none does
    public Learned {
      if (offset < 0 || rows <= offset) {
        throw new IllegalArgumentException(
            rows + " positions leave no token with an offset of " + offset);
      }
    }
  }

  /// An additive bias on attention scores that depends on the distance of two tokens (T5).
  ///
  /// @param buckets rows of the table of biases
  /// @param maxDistance distance from which all pairs share the last bucket
  record Relative(int buckets, int maxDistance) implements Positions {

    /// Checks the sizes.
    ///
    /// @throws IllegalArgumentException if there are fewer than four buckets, or no distance
    public Relative {
      if (buckets < 4 || maxDistance <= buckets / 2) {
        throw new IllegalArgumentException(
            buckets + " buckets up to distance " + maxDistance + " cannot be");
      }
    }
  }
}
