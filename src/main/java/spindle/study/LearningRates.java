package spindle.study;

/// The peak learning rate of each kind of trainable tensor.
///
/// One rate for all, as in the paper (5e-5), starves LoRA, prefix and BitFit.
///
/// @param adapter of adapters
/// @param prefix of prefixes
/// @param bitfit of biases
/// @param lora of LoRA factors
/// @param head of the task head
/// @param full of backbone weights under full fine-tuning
public record LearningRates(
    double adapter, double prefix, double bitfit, double lora, double head, double full) {

  /// What to begin with: 1e-3 for all modules and the head, 5e-5 for the backbone itself.
  public static final LearningRates USUAL = new LearningRates(1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 5e-5);

  /// Returns one rate for all modules and the head, and the usual one for the backbone itself.
  public static LearningRates ofModules(double rate) {
    return new LearningRates(rate, rate, rate, rate, rate, USUAL.full);
  }

  /// Checks that every rate is positive and finite.
  ///
  /// @throws IllegalArgumentException naming the rate that is not
  public LearningRates {
    require("adapter", adapter);
    require("prefix", prefix);
    require("bitfit", bitfit);
    require("lora", lora);
    require("head", head);
    require("full", full);
  }

  private static void require(String name, double rate) {
    if (!(rate > 0) || rate > 10) {
      throw new IllegalArgumentException(
          "the learning rate of " + name + " must be above 0 and at most 10: " + rate);
    }
  }
}
