package spindle.design;

/// How a layer's budget is divided among its strategies, after BitFit has taken its fixed count.
///
/// @param adapter weight of the adapter, above 0
/// @param prefix weight of the prefix, above 0
/// @param lora weight of LoRA, above 0
public record SplitWeights(double adapter, double prefix, double lora) {

  /// The same share for each strategy.
  public static final SplitWeights EQUAL = new SplitWeights(1, 1, 1);

  /// Checks the weights.
  ///
  /// @throws IllegalArgumentException naming the weight that is not above 0
  public SplitWeights {
    require("adapter", adapter);
    require("prefix", prefix);
    require("LoRA", lora);
  }

  /// Returns the weight of a strategy; 0 for BitFit, whose count is fixed.
  double of(Strategy strategy) {
    return switch (strategy) {
      case ADAPTER -> adapter;
      case PREFIX -> prefix;
      case BITFIT -> 0;
      case LORA -> lora;
    };
  }

  private static void require(String name, double weight) {
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException(
          "the split weight of " + name + " must be above 0: " + weight);
    }
  }
}
