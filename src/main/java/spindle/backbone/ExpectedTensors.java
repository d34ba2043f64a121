package spindle.backbone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spindle.design.FeedForward;

/// The tensors that a backbone has, by canonical name, in forward order.
///
/// Canonical names are Hugging Face's without the prefix of the family (`bert.`, `roberta.`,
/// `model.`, `transformer.`). A linear weight is `(out, in)`.
///
/// @param required tensors without which the backbone cannot run; a tied token table once, as
///   `shared.weight`
/// @param pooler tensors of the pooler, which a file may lack; empty if the family has none
/// @param parameters number of scalars `T`: the required tensors, and the pooler if it is counted
public record ExpectedTensors(
    List<ExpectedTensor> required, List<ExpectedTensor> pooler, long parameters) {

  /// Copies the lists.
  public ExpectedTensors {
    required = List.copyOf(required);
    pooler = List.copyOf(pooler);
  }

  /// Returns the tensors of a configuration.
  ///
  /// @throws ArithmeticException if their size leaves 64 bits
  public static ExpectedTensors of(BackboneConfig config) {
    Layout layout = new Layout(config);
    List<ExpectedTensor> pooler = List.of();
    switch (config.shape().family()) {
      case BERT, ROBERTA -> {
        layout.encoderAlone();
        pooler = Layout.pooler(config.shape().hidden());
      }
      case BART -> layout.bart();
      case T5 -> layout.t5();
    }
    long counted = count(layout.tensors);
    if (config.pooler() == Pooler.COUNTED) {
      counted = Math.addExact(counted, count(pooler));
    }
    return new ExpectedTensors(layout.tensors, pooler, counted);
  }

  /// Returns all tensors by name.
  Map<String, ExpectedTensor> byName() {
    Map<String, ExpectedTensor> all = new LinkedHashMap<>();
    required.forEach(tensor -> all.put(tensor.name(), tensor));
    pooler.forEach(tensor -> all.put(tensor.name(), tensor));
    return all;
  }

  private static long count(List<ExpectedTensor> tensors) {
    return tensors.stream().mapToLong(ExpectedTensor::elements).reduce(0, Math::addExact);
  }

  /// Collects the tensors of one configuration.
  ///
  /// Letters: `d` hidden, `a` attention width, `f` inner width.
  private static final class Layout {

    private final List<ExpectedTensor> tensors = new ArrayList<>();
    private final BackboneConfig config;
    private final long d;
    private final long a;
    private final long f;

    Layout(BackboneConfig config) {
      this.config = config;
      d = config.shape().hidden();
      a = config.shape().attention();
      f = config.shape().inner();
    }

    void encoderAlone() {
      weight("embeddings.word_embeddings", config.vocabulary(), d);
      weight("embeddings.position_embeddings", positionRows(), d);
      weight("embeddings.token_type_embeddings", config.tokenTypes(), d);
      norm("embeddings.LayerNorm");
      for (int i = 0; i < config.shape().encoderLayers(); i++) {
        String layer = "encoder.layer." + i;
        linear(layer + ".attention.self.query", d, d);
        linear(layer + ".attention.self.key", d, d);
        linear(layer + ".attention.self.value", d, d);
        linear(layer + ".attention.output.dense", d, d);
        norm(layer + ".attention.output.LayerNorm");
        linear(layer + ".intermediate.dense", f, d);
        linear(layer + ".output.dense", d, f);
        norm(layer + ".output.LayerNorm");
      }
    }

    static List<ExpectedTensor> pooler(long d) {
      return List.of(
          new ExpectedTensor("pooler.dense.weight", List.of(d, d)),
          new ExpectedTensor("pooler.dense.bias", List.of(d)));
    }

    void bart() {
      weight("shared", config.vocabulary(), d);
      bartStack("encoder", config.shape().encoderLayers());
      bartStack("decoder", config.shape().decoderLayers());
    }

    private void bartStack(String stack, int layers) {
      weight(stack + ".embed_positions", positionRows(), d);
      norm(stack + ".layernorm_embedding");
      for (int i = 0; i < layers; i++) {
        String layer = stack + ".layers." + i;
        bartAttention(layer + ".self_attn");
        if (stack.equals("decoder")) {
          bartAttention(layer + ".encoder_attn");
        }
        linear(layer + ".fc1", f, d);
        linear(layer + ".fc2", d, f);
        norm(layer + ".final_layer_norm");
      }
    }

    private void bartAttention(String attention) {
      for (String projection : List.of("q_proj", "k_proj", "v_proj", "out_proj")) {
        linear(attention + "." + projection, d, d);
      }
      norm(attention + "_layer_norm");
    }

    void t5() {
      weight("shared", config.vocabulary(), d);
      t5Stack("encoder", config.shape().encoderLayers());
      t5Stack("decoder", config.shape().decoderLayers());
    }

    private void t5Stack(String stack, int blocks) {
      for (int i = 0; i < blocks; i++) {
        String block = stack + ".block." + i + ".layer.";
        int sublayer = 0;
        t5Attention(block + sublayer++, "SelfAttention");
        if (i == 0) {
          weight(block + "0.SelfAttention.relative_attention_bias", buckets(), heads());
        }
        if (stack.equals("decoder")) {
          t5Attention(block + sublayer++, "EncDecAttention");
        }
        t5FeedForward(block + sublayer);
      }
      weight(stack + ".final_layer_norm", d);
    }

    private void t5Attention(String layer, String attention) {
      weight(layer + "." + attention + ".q", a, d);
      weight(layer + "." + attention + ".k", a, d);
      weight(layer + "." + attention + ".v", a, d);
      weight(layer + "." + attention + ".o", d, a);
      weight(layer + ".layer_norm", d);
    }

    private void t5FeedForward(String layer) {
      String dense = layer + ".DenseReluDense.";
      if (config.shape().feedForward() == FeedForward.GATED) {
        weight(dense + "wi_0", f, d);
        weight(dense + "wi_1", f, d);
      } else {
        weight(dense + "wi", f, d);
      }
      weight(dense + "wo", d, f);
      weight(layer + ".layer_norm", d);
    }

    private long heads() {
      return config.shape().heads();
    }

    private long buckets() {
      return config.positions() instanceof Positions.Relative(int buckets, int _) ? buckets : 0;
    }

    private long positionRows() {
      return config.positions() instanceof Positions.Learned(int rows, int _) ? rows : 0;
    }

    private void linear(String module, long out, long in) {
      weight(module, out, in);
      tensors.add(new ExpectedTensor(module + ".bias", List.of(out)));
    }

    private void norm(String module) {
      weight(module, d);
      tensors.add(new ExpectedTensor(module + ".bias", List.of(d)));
    }

    private void weight(String module, long rows, long columns) {
      tensors.add(new ExpectedTensor(module + ".weight", List.of(rows, columns)));
    }

    private void weight(String module, long size) {
      tensors.add(new ExpectedTensor(module + ".weight", List.of(size)));
    }
  }
}
