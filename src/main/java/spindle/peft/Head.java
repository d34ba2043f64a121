package spindle.peft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spindle.backbone.Backbone;
import spindle.backbone.Scale;
import spindle.design.BackboneShape;
import spindle.design.Family;

/// The task head: `out(tanh(dense(x)))` of one token's vector, or `out(x)` without `dense`. A
/// language-model head reads every token of the decoder and has no bias.
///
/// A module named `head.…` is trained and starts at random; any other is the backbone's and frozen.
///
/// @param outputs classes, 1 for a score, or the size of the vocabulary
/// @param loss what is minimised
/// @param dense path of the inner projection, `d` to `d`
/// @param out path of the output projection, `d` to `outputs`
/// @param added tensor `(1, outputs)` that a language-model head adds, if it does
public record Head(
    int outputs, Loss loss, Optional<String> dense, String out, Optional<String> added) {

  /// Makes a head that adds no tensor of its own.
  public Head(int outputs, Loss loss, Optional<String> dense, String out) {
    this(outputs, loss, dense, out, Optional.empty());
  }

  /// What training minimises.
  public enum Loss {
    /// Mean cross-entropy of classes.
    CLASSIFICATION,
    /// Mean squared error of scores.
    REGRESSION,
    /// Mean cross-entropy of the tokens that a decoder writes.
    TOKENS
  }

  /// Returns the frozen language-model head of an encoder-decoder: its own table, or the token
  /// table if the two are tied, and BART's `final_logits_bias` unless that is zero.
  public static Head tokens(Backbone backbone) {
    boolean own = backbone.headTensors().containsKey("lm_head.weight");
    boolean tied =
        backbone.shape().family() == Family.BART
            || backbone.config().outputScale() == Scale.INVERSE_ROOT_HIDDEN;
    String table = own && !tied ? "lm_head" : "shared";
    return new Head(
        backbone.config().vocabulary(),
        Loss.TOKENS,
        Optional.empty(),
        table,
        backbone.logitsBias());
  }

  /// Returns the trained tensors: weights normal with deviation 0.02, biases 0.
  public List<TrainableTensor> tensors(BackboneShape shape) {
    List<TrainableTensor> tensors = new ArrayList<>();
    dense.ifPresent(path -> addLinear(tensors, path, shape.hidden(), shape.hidden()));
    addLinear(tensors, out, outputs, shape.hidden());
    return tensors;
  }

  private static void addLinear(
      List<TrainableTensor> tensors, String path, long outputs, long inputs) {
    if (!path.startsWith("head.")) {
      return;
    }
    Initial random = new Initial.Normal(0.02);
    tensors.add(
        new TrainableTensor(path + ".weight", List.of(outputs, inputs), random, Owner.HEAD));
    tensors.add(
        new TrainableTensor(path + ".bias", List.of(outputs), new Initial.Zero(), Owner.HEAD));
  }
}
