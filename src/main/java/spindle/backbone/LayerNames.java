package spindle.backbone;

import java.util.ArrayList;
import java.util.List;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.FeedForward;

/// What the modules of one layer are called in the backbone's file, without `.weight` or `.bias`.
///
/// @param prefix path of the layer, ending in a dot; the other names follow it
/// @param attentions self-attention, then cross-attention if the layer has one
/// @param feedForwardIn the input projection; two of a gated block, the activated one first
/// @param feedForwardOut the output projection
/// @param feedForwardNorm the norm of the feed-forward block
public record LayerNames(
    String prefix,
    List<Attention> attentions,
    List<String> feedForwardIn,
    String feedForwardOut,
    String feedForwardNorm) {

  /// The modules of one attention.
  ///
  /// @param site `self` or `cross`
  /// @param query query projection
  /// @param key key projection
  /// @param value value projection
  /// @param output output projection
  /// @param norm the norm of the attention block
  public record Attention(
      String site, String query, String key, String value, String output, String norm) {}

  /// Copies the lists.
  public LayerNames {
    attentions = List.copyOf(attentions);
    feedForwardIn = List.copyOf(feedForwardIn);
  }

  /// Returns the names of a layer, counted from 0 in forward order, encoder before decoder.
  public static LayerNames of(BackboneShape shape, int layer) {
    boolean decoder = shape.isDecoder(layer);
    int number = decoder ? layer - shape.encoderLayers() : layer;
    return switch (shape.family()) {
      case BERT, ROBERTA -> bert(number);
      case BART -> bart(number, decoder);
      case T5 -> t5(number, decoder, shape.feedForward());
    };
  }

  /// Returns the names, after the prefix, of all modules that have or could have a bias: the
  /// projections and the norms, in forward order.
  public List<String> biased(Family family) {
    List<String> names = new ArrayList<>();
    boolean preNorm = family == Family.T5;
    for (Attention attention : attentions) {
      if (preNorm) {
        names.add(attention.norm());
      }
      names.addAll(
          List.of(attention.query(), attention.key(), attention.value(), attention.output()));
      if (!preNorm) {
        names.add(attention.norm());
      }
    }
    if (preNorm) {
      names.add(feedForwardNorm);
    }
    names.addAll(feedForwardIn);
    names.add(feedForwardOut);
    if (!preNorm) {
      names.add(feedForwardNorm);
    }
    return names;
  }

  private static LayerNames bert(int layer) {
    return new LayerNames(
        "encoder.layer." + layer + ".",
        List.of(
            new Attention(
                "self",
                "attention.self.query",
                "attention.self.key",
                "attention.self.value",
                "attention.output.dense",
                "attention.output.LayerNorm")),
        List.of("intermediate.dense"),
        "output.dense",
        "output.LayerNorm");
  }

  private static LayerNames bart(int layer, boolean decoder) {
    List<Attention> attentions = new ArrayList<>();
    attentions.add(bartAttention("self", "self_attn"));
    if (decoder) {
      attentions.add(bartAttention("cross", "encoder_attn"));
    }
    return new LayerNames(
        (decoder ? "decoder" : "encoder") + ".layers." + layer + ".",
        attentions,
        List.of("fc1"),
        "fc2",
        "final_layer_norm");
  }

  private static Attention bartAttention(String site, String module) {
    return new Attention(
        site,
        module + ".q_proj",
        module + ".k_proj",
        module + ".v_proj",
        module + ".out_proj",
        module + "_layer_norm");
  }

  private static LayerNames t5(int layer, boolean decoder, FeedForward form) {
    List<Attention> attentions = new ArrayList<>();
    attentions.add(t5Attention("self", "layer.0", "SelfAttention"));
    if (decoder) {
      attentions.add(t5Attention("cross", "layer.1", "EncDecAttention"));
    }
    String block = "layer." + attentions.size();
    String dense = block + ".DenseReluDense.";
    return new LayerNames(
        (decoder ? "decoder" : "encoder") + ".block." + layer + ".",
        attentions,
        form == FeedForward.GATED ? List.of(dense + "wi_0", dense + "wi_1") : List.of(dense + "wi"),
        dense + "wo",
        block + ".layer_norm");
  }

  private static Attention t5Attention(String site, String block, String module) {
    String path = block + "." + module + ".";
    return new Attention(
        site, path + "q", path + "k", path + "v", path + "o", block + ".layer_norm");
  }
}
