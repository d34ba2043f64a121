package spindle.backbone;

import java.nio.file.Path;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.FeedForward;

/// Makes a [BackboneConfig] of a Hugging Face `config.json`.
///
/// Sizes must be there; details that Hugging Face's own classes fill in have the same defaults
/// here. Dropout is not read: it belongs to training.
final class ConfigReader {

  private static final long UNCOUNTED = 1;

  private final ConfigFields fields;

  private ConfigReader(ConfigFields fields) {
    this.fields = fields;
  }

  /// Reads a file.
  static BackboneConfig read(Path file) {
    ConfigFields fields = ConfigFields.read(file);
    try {
      BackboneConfig config = new ConfigReader(fields).config(fields.text("model_type"));
      return config.withParameters(ExpectedTensors.of(config).parameters());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BackboneException(
          file.toString(),
          String.valueOf(e.getMessage()),
          "use the config.json that belongs to the model",
          e);
    }
  }

  private BackboneConfig config(String type) {
    if (fields.has("quantization_config")) {
      throw fields.fault("quantization_config", "quantised weights are not supported");
    }
    return switch (type) {
      case "bert" -> encoder(type, Family.BERT);
      case "roberta", "xlm-roberta" -> encoder(type, Family.ROBERTA);
      case "bart" -> bart();
      case "t5" -> t5();
      default ->
          throw fields.fault(
              "model_type",
              "unknown architecture "
                  + type
                  + ", Spindle knows bert, roberta, xlm-roberta, bart and t5");
    };
  }

  private BackboneConfig encoder(String type, Family family) {
    fields.require("position_embedding_type", "absolute");
    fields.require("is_decoder", false);
    fields.require("add_cross_attention", false);
    int hidden = fields.size("hidden_size");
    BackboneShape shape =
        new BackboneShape(
            family,
            layers("num_hidden_layers"),
            0,
            hidden,
            hidden,
            fields.size("intermediate_size"),
            fields.size("num_attention_heads"),
            FeedForward.PLAIN,
            UNCOUNTED);
    int pad = fields.id("pad_token_id", family == Family.ROBERTA ? 1 : 0);
    int offset = family == Family.ROBERTA ? pad + 1 : 0;
    return new BackboneConfig(
        type,
        shape,
        fields.size("vocab_size"),
        fields.size("type_vocab_size", 2),
        new Positions.Learned(fields.size("max_position_embeddings"), offset),
        fields.epsilon("layer_norm_eps", 1e-12),
        activation("hidden_act", fields.text("hidden_act", "gelu")),
        pad,
        -1,
        fields.id("eos_token_id", -1),
        Scale.ONE,
        Scale.ONE,
        fields.flag("spindle_pooler", true) ? Pooler.COUNTED : Pooler.NONE);
  }

  private BackboneConfig bart() {
    fields.require("normalize_before", false);
    fields.require("add_final_layer_norm", false);
    fields.require("normalize_embedding", true);
    fields.require("static_position_embeddings", false);
    fields.require("extra_pos_embeddings", 2);
    int hidden = fields.size("d_model");
    int inner = same("encoder_ffn_dim", "decoder_ffn_dim");
    int heads = same("encoder_attention_heads", "decoder_attention_heads");
    BackboneShape shape =
        new BackboneShape(
            Family.BART,
            layers("encoder_layers"),
            layers("decoder_layers"),
            hidden,
            hidden,
            inner,
            heads,
            FeedForward.PLAIN,
            UNCOUNTED);
    return new BackboneConfig(
        "bart",
        shape,
        fields.size("vocab_size"),
        0,
        new Positions.Learned(fields.size("max_position_embeddings") + 2, 2),
        1e-5, // Hugging Face's BART leaves the epsilon of torch's LayerNorm
        activation("activation_function", fields.text("activation_function", "gelu")),
        fields.id("pad_token_id", 1),
        fields.id("decoder_start_token_id", 2),
        fields.id("eos_token_id", 2),
        fields.flag("scale_embedding", false) ? Scale.ROOT_HIDDEN : Scale.ONE,
        Scale.ONE,
        Pooler.NONE);
  }

  private BackboneConfig t5() {
    String projection = fields.text("feed_forward_proj", "relu");
    boolean gated = projection.startsWith("gated-");
    int heads = fields.size("num_heads");
    int encoderLayers = layers("num_layers");
    BackboneShape shape =
        new BackboneShape(
            Family.T5,
            encoderLayers,
            fields.has("num_decoder_layers") ? layers("num_decoder_layers") : encoderLayers,
            fields.size("d_model"),
            Math.multiplyExact(heads, fields.size("d_kv")),
            fields.size("d_ff"),
            heads,
            gated ? FeedForward.GATED : FeedForward.PLAIN,
            UNCOUNTED);
    boolean scaled =
        fields.flag("tie_word_embeddings", true) && fields.flag("scale_decoder_outputs", true);
    int pad = fields.id("pad_token_id", 0);
    return new BackboneConfig(
        "t5",
        shape,
        fields.size("vocab_size"),
        0,
        new Positions.Relative(
            fields.size("relative_attention_num_buckets", 32),
            fields.size("relative_attention_max_distance", 128)),
        fields.epsilon("layer_norm_epsilon", 1e-6),
        feedForwardActivation(projection),
        pad,
        fields.id("decoder_start_token_id", pad),
        fields.id("eos_token_id", 1),
        Scale.ONE,
        scaled ? Scale.INVERSE_ROOT_HIDDEN : Scale.ONE,
        Pooler.NONE);
  }

  /// T5's `gated-gelu` means the tanh approximation; every other name means what it says.
  private Activation feedForwardActivation(String projection) {
    if (projection.equals("gated-gelu")) {
      return Activation.GELU_TANH;
    }
    return activation("feed_forward_proj", projection.replaceFirst("^gated-", ""));
  }

  private Activation activation(String field, String name) {
    return switch (name) {
      case "gelu" -> Activation.GELU;
      case "gelu_new", "gelu_pytorch_tanh" -> Activation.GELU_TANH;
      case "relu" -> Activation.RELU;
      case "silu", "swish" -> Activation.SILU;
      default ->
          throw fields.fault(
              field, "unknown activation " + name + ", Spindle knows gelu, gelu_new, relu, silu");
    };
  }

  private int layers(String field) {
    int layers = fields.size(field);
    if (layers > 1000) {
      throw fields.fault(field, layers + " layers are more than the 1000 that are supported");
    }
    return layers;
  }

  private int same(String encoder, String decoder) {
    int size = fields.size(encoder);
    if (fields.size(decoder) != size) {
      throw fields.fault(
          decoder, "it must equal " + encoder + " (" + size + "), other sizes are not supported");
    }
    return size;
  }
}
