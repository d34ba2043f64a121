package spindle.study;

import java.util.OptionalDouble;

/// What became of one case of a [ParityCheck].
public sealed interface ParityResult {

  /// Returns the path of the case below its folder, such as `bert/lora`.
  String name();

  /// The case was computed.
  ///
  /// @param name path of the case
  /// @param family architecture, such as `bert`
  /// @param logits largest difference of a logit, over the norm of the reference's logits
  /// @param loss difference of the loss, over the reference's
  /// @param hidden largest absolute difference in a hidden state, if the case has any
  /// @param gradients largest difference of an element of a trainable's gradient, over the norm of
  ///   the reference's tensor, if the case trains anything
  /// @param verdict whether all of them are within their tolerances
  record Compared(
      String name,
      String family,
      double logits,
      double loss,
      OptionalDouble hidden,
      OptionalDouble gradients,
      Verdict verdict)
      implements ParityResult {}

  /// The case asks for something that this version does not build.
  ///
  /// @param name path of the case
  /// @param family architecture
  /// @param reason what is not built
  record Skipped(String name, String family, String reason) implements ParityResult {}

  /// The case could not be read or computed.
  ///
  /// @param name path of the case
  /// @param family architecture, or `unknown`
  /// @param message what is wrong, where, and what to do
  record Broken(String name, String family, String message) implements ParityResult {}

  /// Whether the differences are within their tolerances.
  enum Verdict {
    /// All are.
    EQUAL,
    /// At least one is not.
    DIFFERENT
  }
}
