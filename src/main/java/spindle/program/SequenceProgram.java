package spindle.program;

import java.util.stream.IntStream;
import spindle.backbone.BackboneConfig;
import spindle.backbone.Positions;
import spindle.backbone.Scale;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.peft.Head;

/// Compiles a design on an encoder-decoder, BART or T5, that classifies or writes.
///
/// A writer's decoder reads the labels, moved on by one behind the start token. A classifier's
/// decoder reads the text itself, moved on likewise, and the head reads the decoder's state at the
/// text's last end token, as Hugging Face's `ForSequenceClassification` models do.
final class SequenceProgram {

  private static final String INPUTS = "ids: Tensor, types: Tensor, mask: Tensor, ";
  private static final String LISTS = "w: List[Tensor], t: List[Tensor]";

  private final Draft draft;
  private final BackboneConfig config;
  private final BackboneShape shape;
  private final References tensors;
  private final ProgramText out;

  private SequenceProgram(Draft draft) {
    this.draft = draft;
    this.config = draft.config();
    this.shape = config.shape();
    this.tensors = draft.tensors();
    this.out = draft.out();
  }

  /// Compiles a design.
  static TensorProgram compile(Draft draft) {
    return new SequenceProgram(draft).compile();
  }

  /// One of the two stacks of layers.
  private enum Stack {
    ENCODER("encoder"),
    DECODER("decoder");

    private final String path;

    Stack(String path) {
      this.path = path;
    }
  }

  /// Which states a method that runs a stack returns.
  private enum States {
    LAST,
    ALL
  }

  private TensorProgram compile() {
    out.pieces("norm", "root_norm", "attention", "relative", "decoder");
    out.pieces("prefix", "skinny", "lora", "adapter", "half", "loss", "adamw");
    draft.writeTensors();
    for (int layer = 0; layer < shape.layers(); layer++) {
      if (shape.family() == Family.T5) {
        PreNormLayer.write(draft, layer);
      } else {
        PostNormLayer.write(draft, layer);
      }
    }
    for (Stack stack : Stack.values()) {
      writeEmbedding(stack);
      writeStack(stack, States.LAST);
      writeStack(stack, States.ALL);
    }
    draft.writeHead();
    writeInterface();
    if (writes()) {
      StepProgram.write(draft, shape.family() == Family.T5 ? finalNorm(Stack.DECODER) : "x");
    }
    out.pieces("descend", writes() ? "training_tokens" : "training");
    return draft.finished(0);
  }

  private boolean writes() {
    return draft.head().loss() == Head.Loss.TOKENS;
  }

  /// Writes `embedded_STACK(ids, first, w, t)`: `(B, S)` to `(B, S, D)`, the first token being at
  /// the place `first`.
  private void writeEmbedding(Stack stack) {
    out.method("embedded_" + stack.path + "(ids: Tensor, first: int, " + LISTS + ") -> Tensor");
    String table = tensors.backbone("shared.weight");
    out.line("x = torch.embedding(" + table + ", ids)  # (B, S, D)");
    if (config.embeddingScale() != Scale.ONE) {
      out.line("x = torch.mul(x, " + config.embeddingScale().factor(shape.hidden()) + ")");
    }
    if (config.positions() instanceof Positions.Learned(int _, int offset)) {
      String places = tensors.backbone(stack.path + ".embed_positions.weight");
      String norm = stack.path + ".layernorm_embedding";
      out.line("places = torch.arange(torch.size(ids, 1), device=ids.device)  # (S)");
      out.line("places = torch.add(places, first + " + offset + ")  # (S)");
      out.line("x = torch.add(x, torch.embedding(" + places + ", places))  # (B, S, D)");
      out.line(
          "x = self.norm(x, %s, %s, %s)  # (B, S, D)"
              .formatted(
                  tensors.backbone(norm + ".weight"),
                  tensors.backbone(norm + ".bias"),
                  config.normEpsilon()));
    }
    out.line("return x").end();
  }

  /// Writes `encoder(ids, mask, w, t)` or `decoder(ids, e, mask, w, t)`, `mask` being that of the
  /// text: the state after the last layer, `(B, S, D)`; or `encoder_states`, `decoder_states`: the
  /// stack of all of them, the embedding first and T5's last one behind the final norm.
  private void writeStack(Stack stack, States states) {
    boolean decoder = stack == Stack.DECODER;
    String name = stack.path + (states == States.ALL ? "_states" : "");
    String read =
        decoder ? "ids: Tensor, e: Tensor, mask: Tensor, " : "ids: Tensor, mask: Tensor, ";
    out.method(name + "(" + read + LISTS + ") -> Tensor");
    out.line("x = self.embedded_" + stack.path + "(ids, 0, w, t)  # (B, S, D)");
    out.line("m = " + (decoder ? "self.causal(ids)" : "self.visible(mask)"));
    if (config.positions() instanceof Positions.Relative relative) {
      out.line("m = torch.add(m, " + relation(stack, relative) + ")  # (B, H, S, S)");
    }
    if (decoder) {
      out.line("seen = self.visible(mask)  # (B, 1, 1, S)");
    }
    if (states == States.ALL) {
      out.line("h = [x]");
    }
    layers(stack)
        .forEach(layer -> {
          out.line("x = " + call(layer) + "  # (B, S, D)");
          if (layer == lastLayer(stack) && shape.family() == Family.T5) {
            out.line("x = " + finalNorm(stack) + "  # (B, S, D)");
          }
          if (states == States.ALL) {
            out.line("h = torch.append(h, x)");
          }
        });
    out.line(states == States.ALL ? "return torch.stack(h, 0)  # (L + 1, B, S, D)" : "return x");
    out.end();
  }

  private IntStream layers(Stack stack) {
    return switch (stack) {
      case ENCODER -> IntStream.range(0, shape.encoderLayers());
      case DECODER -> IntStream.range(shape.encoderLayers(), shape.layers());
    };
  }

  private int lastLayer(Stack stack) {
    return switch (stack) {
      case ENCODER -> shape.encoderLayers() - 1;
      case DECODER -> shape.layers() - 1;
    };
  }

  private String call(int layer) {
    String attended = shape.family() == Family.T5 ? "" : "x, ";
    String encoded = shape.isDecoder(layer) ? "e, seen, " : "";
    return "self.layer%d(x, %sm, %sw, t)".formatted(layer, attended, encoded);
  }

  /// Returns the relative position bias of a stack, which its first layer holds: half of the
  /// encoder's rows are for keys behind the query, a decoder has none there.
  private String relation(Stack stack, Positions.Relative relative) {
    String table =
        tensors.backbone(
            stack.path + ".block.0.layer.0.SelfAttention.relative_attention_bias.weight");
    int rows = stack == Stack.ENCODER ? relative.buckets() / 2 : relative.buckets();
    int exact = rows / 2;
    double spread = Math.log((double) relative.maxDistance() / exact);
    String method = stack == Stack.ENCODER ? "two_way" : "one_way";
    return "self.%s(ids, %s, %d, %s, %d)".formatted(method, table, exact, spread, rows);
  }

  private String finalNorm(Stack stack) {
    String norm = stack.path + ".final_layer_norm";
    String plain =
        "self.root_norm(x, %s, %s)"
            .formatted(tensors.backbone(norm + ".weight"), config.normEpsilon());
    String bias = "bitfit." + norm + ".bias";
    return tensors.isTrained(bias)
        ? "torch.add(" + plain + ", " + tensors.trained(bias) + ")"
        : plain;
  }

  /// Writes the methods that are called from outside.
  private void writeInterface() {
    String given = writes() ? INPUTS + "labels: Tensor, " : INPUTS;
    String begun =
        "self.shifted(%s, %d, %d)  # (B, T)"
            .formatted(writes() ? "labels" : "ids", config.decoderStartId(), config.padId());

    out.method("logits(" + given + "theta: Tensor, w: List[Tensor]) -> Tensor");
    out.line("t = self.tensors(theta)");
    out.line("e = self.encoder(ids, mask, w, t)  # (B, S, D)");
    out.line("begun = " + begun);
    out.line("x = self.decoder(begun, e, mask, w, t)  # (B, T, D)");
    if (!writes()) {
      out.line("x = self.last(x, ids, " + config.endId() + ")  # (B, D)");
    }
    out.line("return self.head(x, w, t)").end();

    out.method("hidden(" + given + "theta: Tensor, w: List[Tensor]) -> Tensor");
    out.line("return self.encoder_states(ids, mask, w, self.tensors(theta))").end();

    out.method("hidden_decoder(" + given + "theta: Tensor, w: List[Tensor]) -> Tensor");
    out.line("t = self.tensors(theta)");
    out.line("e = self.encoder(ids, mask, w, t)  # (B, S, D)");
    out.line("begun = " + begun);
    out.line("return self.decoder_states(begun, e, mask, w, t)  # (L + 1, B, T, D)").end();
  }
}
