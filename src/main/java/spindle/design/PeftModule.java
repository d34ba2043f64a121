package spindle.design;

import java.util.EnumSet;
import java.util.Set;

/// A strategy with its size: one trainable module of one layer.
///
/// The set is closed on purpose. A new module must stop the build at every `switch` that does not
/// know it yet, so none of those switches has a `default` branch.
public sealed interface PeftModule {

  /// Returns the strategy that this module is a size of.
  Strategy strategy();

  /// A bottleneck adapter.
  ///
  /// @param width bottleneck size `b`, at least 1
  /// @param placement where it sits
  record Adapter(int width, AdapterPlacement placement) implements PeftModule {
    /// Checks the width.
    ///
    /// @throws IllegalArgumentException if the width is below 1
    public Adapter {
      requirePositive("adapter width", width);
    }

    @Override
    public Strategy strategy() {
      return Strategy.ADAPTER;
    }
  }

  /// Trainable keys and values before those of the text.
  ///
  /// @param length virtual tokens `p`, at least 1
  /// @param form how they are parametrised
  record Prefix(int length, PrefixForm form) implements PeftModule {
    /// Checks the length.
    ///
    /// @throws IllegalArgumentException if the length is below 1
    public Prefix {
      requirePositive("prefix length", length);
    }

    @Override
    public Strategy strategy() {
      return Strategy.PREFIX;
    }
  }

  /// The layer's bias vectors; for T5, which has none, added zero vectors.
  record BitFit() implements PeftModule {
    @Override
    public Strategy strategy() {
      return Strategy.BITFIT;
    }
  }

  /// A low-rank update `B A` of some projections, with scale `alpha / r = 1`.
  ///
  /// @param rank inner dimension `r`, at least 1
  /// @param matrices projections that are updated, never empty
  record Lora(int rank, Set<LoraMatrix> matrices) implements PeftModule {
    /// Copies the matrices and checks the size.
    ///
    /// @throws IllegalArgumentException if the rank is below 1 or there is no matrix
    public Lora {
      requirePositive("LoRA rank", rank);
      if (matrices.isEmpty()) {
        throw new IllegalArgumentException("LoRA needs at least one matrix");
      }
      matrices = java.util.Collections.unmodifiableSet(EnumSet.copyOf(matrices));
    }

    @Override
    public Strategy strategy() {
      return Strategy.LORA;
    }
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + value);
    }
  }
}
