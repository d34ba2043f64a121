package spindle.design;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Counts of trainable parameters, the task head never included.
///
/// With hidden width `d`, attention width `d_a`, inner width `d_ff`, and `q = 2` attention blocks
/// in a decoder layer, else 1:
///
/// | strategy | parameters in one layer |
/// |---|---|
/// | adapter (Pfeiffer, parallel) | `2db + b + d` |
/// | adapter (Houlsby) | `2 (2db + b + d)` |
/// | prefix | `2 p d_a q`, in its flat form |
/// | LoRA | `r` times the sum of in and out widths of its matrices |
/// | BitFit | the layer's biases, [#layerBiases(BackboneShape, int)] |
///
/// Checked against `adapters` 1.2.0 and the model classes of `transformers`.
public final class ParameterCount {

  /// Whether a BERT-like backbone has a pooler, a dense layer over the first token's state.
  public enum Pooler {
    /// It has one, as the published weights do.
    PRESENT,
    /// It has none.
    ABSENT
  }

  private ParameterCount() {}

  /// Returns what a strategy costs in a layer.
  public static ModuleCost cost(
      Strategy strategy, ModuleOptions options, BackboneShape shape, int layer) {
    return switch (strategy) {
      case ADAPTER -> adapter(options.adapter(), shape);
      case PREFIX -> new ModuleCost(0, 2L * shape.attention() * attentions(shape, layer));
      case BITFIT -> new ModuleCost(layerBiases(shape, layer), 0);
      case LORA -> new ModuleCost(0, loraUnit(options.lora(), shape, layer));
    };
  }

  /// Returns the parameters of a module in a layer, those of a prefix in its flat form.
  public static long of(PeftModule module, BackboneShape shape, int layer) {
    return switch (module) {
      case PeftModule.Adapter(int width, AdapterPlacement placement) ->
          adapter(placement, shape).of(width);
      case PeftModule.Prefix(int length, PrefixForm _) ->
          2L * length * shape.attention() * attentions(shape, layer);
      case PeftModule.BitFit() -> layerBiases(shape, layer);
      case PeftModule.Lora(int rank, Set<LoraMatrix> matrices) ->
          rank * loraUnit(matrices, shape, layer);
    };
  }

  /// Returns the parameters of some modules of one layer together.
  public static long of(List<PeftModule> modules, BackboneShape shape, int layer) {
    return modules.stream().mapToLong(module -> of(module, shape, layer)).sum();
  }

  /// Returns the parameters of all modules of a plan, prefixes in their flat form.
  ///
  /// @throws IllegalArgumentException if plan and backbone differ in the number of layers
  public static long of(LayerPlan plan, BackboneShape shape) {
    requireDepth(plan, shape);
    return IntStream.range(0, shape.layers())
        .mapToLong(layer -> of(plan.layers().get(layer), shape, layer))
        .sum();
  }

  /// Returns the parameters that a trial trains.
  ///
  /// @param pooler whether the backbone has one whose bias may be trained
  public static long of(Tuning tuning, BackboneShape shape, Pooler pooler) {
    return switch (tuning) {
      case Tuning.Full() -> shape.parameters();
      case Tuning.Modules(LayerPlan plan, Tuning.Outside outside) ->
          of(plan, shape)
              + switch (outside) {
                case FROZEN -> 0;
                case BIASES -> outsideBiases(shape, pooler);
              };
    };
  }

  /// Returns the scalars in the bias vectors that BitFit trains in a layer.
  ///
  /// | family | encoder layer | decoder layer |
  /// |---|---|---|
  /// | BERT, RoBERTa | `7d + d_ff` | |
  /// | BART | `7d + d_ff` | `12d + d_ff` |
  /// | T5, added ones | `3 d_a + 4d + d_ff` | `6 d_a + 6d + d_ff` |
  ///
  /// T5 has no biases; as in Compacter's code, zero vectors are added to every linear layer and
  /// every norm, so a gated feed-forward block has `d_ff` more. For the other families `d_a = d`,
  /// and the first form is `3 d_a + 4d + d_ff` too.
  public static long layerBiases(BackboneShape shape, int layer) {
    long d = shape.hidden();
    long attention = 3L * shape.attention() + d;
    long feedForward = d + (long) shape.inner() * inputs(shape);
    int norms = shape.isDecoder(layer) ? 3 : 2;
    return attention * attentions(shape, layer) + feedForward + norms * d;
  }

  /// Returns the biases of all layers together.
  public static long layerBiases(BackboneShape shape) {
    return IntStream.range(0, shape.layers()).mapToLong(layer -> layerBiases(shape, layer)).sum();
  }

  /// Returns the biases outside the layers, which belong to no group.
  ///
  /// BERT and RoBERTa: the embedding norm and the pooler, `d` each; BART: the embedding norms of
  /// encoder and decoder; T5 has none.
  public static long outsideBiases(BackboneShape shape, Pooler pooler) {
    long d = shape.hidden();
    return switch (shape.family()) {
      case BERT, ROBERTA ->
          switch (pooler) {
            case PRESENT -> 2 * d;
            case ABSENT -> d;
          };
      case BART -> 2 * d;
      case T5 -> 0;
    };
  }

  /// Returns the biases that Compacter's code adds to the final norms of T5, besides those of its
  /// layers; 0 for the other families. Spindle adds none outside the layers.
  public static long finalNormBiases(BackboneShape shape) {
    return switch (shape.family()) {
      case BERT, ROBERTA, BART -> 0;
      case T5 -> shape.decoderLayers() > 0 ? 2L * shape.hidden() : shape.hidden();
    };
  }

  /// Returns the number of attention blocks of a layer: 2 in a decoder, with cross-attention.
  public static int attentions(BackboneShape shape, int layer) {
    return shape.isDecoder(layer) ? 2 : 1;
  }

  private static ModuleCost adapter(AdapterPlacement placement, BackboneShape shape) {
    long d = shape.hidden();
    int copies =
        switch (placement) {
          case PFEIFFER, PARALLEL -> 1;
          case HOULSBY -> 2;
        };
    return new ModuleCost(copies * d, copies * (2 * d + 1));
  }

  private static long loraUnit(Set<LoraMatrix> matrices, BackboneShape shape, int layer) {
    return matrices.stream().mapToLong(matrix -> inAndOut(matrix, shape, layer)).sum();
  }

  private static long inAndOut(LoraMatrix matrix, BackboneShape shape, int layer) {
    long d = shape.hidden();
    return switch (matrix) {
      case QUERY, KEY, VALUE, OUTPUT -> (d + shape.attention()) * attentions(shape, layer);
      case FEED_FORWARD_IN -> (d + shape.inner()) * inputs(shape);
      case FEED_FORWARD_OUT -> d + shape.inner();
    };
  }

  private static int inputs(BackboneShape shape) {
    return switch (shape.feedForward()) {
      case PLAIN -> 1;
      case GATED -> 2;
    };
  }

  static void requireDepth(LayerPlan plan, BackboneShape shape) {
    if (plan.layers().size() != shape.layers()) {
      throw new IllegalArgumentException(
          "the plan has %d layers but the backbone has %d"
              .formatted(plan.layers().size(), shape.layers()));
    }
  }
}
