package spindle.program;

import java.util.List;
import java.util.Optional;
import spindle.backbone.BackboneConfig;
import spindle.backbone.LayerNames;
import spindle.design.AdapterPlacement;
import spindle.design.PeftModule;
import spindle.design.Strategy;

/// Writes one post-norm encoder layer, BERT's form, with the modules that a design trains in it.
///
/// `a = LN1(x + Att(x))`, `y = LN2(a + W2 g(W1 a))`. The places of the modules are those of
/// `adapters` 1.2.0: a Pfeiffer adapter reads `LN2(f + a)` and is added to `f + a`; Houlsby
/// adapters read and are added to the outputs of attention and feed-forward; a parallel adapter
/// reads `a`, scaled by 4.
///
/// The layer computes the positions in `x` and attends to those in `y`, so that the last layer can
/// be asked for the first token alone.
final class EncoderLayer {

  private final ProgramText out;
  private final References tensors;
  private final BackboneConfig config;
  private final LayerNames names;
  private final List<PeftModule> modules;
  private final String path;

  EncoderLayer(
      ProgramText out,
      References tensors,
      BackboneConfig config,
      List<List<PeftModule>> plan,
      int layer) {
    this.out = out;
    this.tensors = tensors;
    this.config = config;
    this.names = LayerNames.of(config.shape(), layer);
    this.modules = plan.get(layer);
    this.path = "layers." + layer + ".";
  }

  /// Writes the method `layerK(x, y, mask, w, t)`: `(B, Sx, D)`, `(B, S, D)` to `(B, Sx, D)`.
  void write(int layer) {
    out.method(
        "layer"
            + layer
            + "(x: Tensor, y: Tensor, mask: Tensor, w: List[Tensor], t: List[Tensor]) -> Tensor");
    writeAttention(names.attentions().getFirst());
    writeFeedForward();
    out.end();
  }

  private void writeAttention(LayerNames.Attention attention) {
    out.line("q = " + projection("x", attention.query(), "lora.self.q") + "  # (B, S, D)");
    out.line("k = " + projection("y", attention.key(), "lora.self.k") + "  # (B, S, D)");
    out.line("v = " + projection("y", attention.value(), "lora.self.v") + "  # (B, S, D)");
    String mask = "mask";
    Optional<PeftModule> prefix = module(Strategy.PREFIX);
    if (prefix.isPresent() && prefix.get() instanceof PeftModule.Prefix(int length, _)) {
      out.line("k = self.prefixed(" + trained("prefix.self.key") + ", k)  # (B, P + S, D)");
      out.line("v = self.prefixed(" + trained("prefix.self.value") + ", v)  # (B, P + S, D)");
      mask = "self.widened(mask, " + length + ")";
    }
    out.line("c = self.attend(q, k, v, " + mask + ", " + config.shape().heads() + ")  # (B, S, D)");
    out.line("o = " + projection("c", attention.output(), "lora.self.o") + "  # (B, S, D)");
    if (placement() == Placement.HOULSBY) {
      out.line("o = torch.add(o, " + adapter("silu_adapter", "adapter.attention", "o") + ")");
    }
    out.line("a = " + norm("torch.add(o, x)", attention.norm()) + "  # (B, S, D)");
  }

  private void writeFeedForward() {
    String in = projection("a", names.feedForwardIn().getFirst(), "lora.ff.in");
    out.line("f = " + activated(in) + "  # (B, S, F)");
    out.line("f = " + projection("f", names.feedForwardOut(), "lora.ff.out") + "  # (B, S, D)");
    switch (placement()) {
      case NONE -> out.line("return " + norm("torch.add(f, a)", names.feedForwardNorm()));
      case PFEIFFER -> {
        out.line("z = " + norm("torch.add(f, a)", names.feedForwardNorm()) + "  # (B, S, D)");
        out.line("f = torch.add(" + adapter("relu_adapter", "adapter", "z") + ", f)  # (B, S, D)");
        out.line("return " + norm("torch.add(f, a)", names.feedForwardNorm()));
      }
      case HOULSBY -> {
        out.line("f = torch.add(f, " + adapter("silu_adapter", "adapter.output", "f") + ")");
        out.line("return " + norm("torch.add(f, a)", names.feedForwardNorm()));
      }
      case PARALLEL -> {
        String adapted = adapter("relu_adapter", "adapter", "a");
        out.line("f = torch.add(f, " + adapted + ", alpha=4)  # (B, S, D)");
        out.line("return " + norm("torch.add(f, a)", names.feedForwardNorm()));
      }
    }
  }

  private String projection(String input, String module, String lora) {
    String name = names.prefix() + module;
    String plain =
        "torch.linear(%s, %s, %s)"
            .formatted(input, tensors.backbone(name + ".weight"), tensors.backbone(name + ".bias"));
    if (!tensors.isTrained(path + lora + ".A")) {
      return plain;
    }
    return "torch.add(%s, self.low_rank(%s, %s, %s))"
        .formatted(plain, input, trained(lora + ".A"), trained(lora + ".B"));
  }

  private String activated(String input) {
    return switch (config.activation()) {
      case GELU -> "torch.gelu(" + input + ")";
      case GELU_TANH -> "torch.gelu(" + input + ", approximate=\"tanh\")";
      case RELU -> "torch.relu(" + input + ")";
      case SILU -> "torch.silu(" + input + ")";
    };
  }

  private String norm(String input, String module) {
    String name = names.prefix() + module;
    return "self.norm(%s, %s, %s, %s)"
        .formatted(
            input,
            tensors.backbone(name + ".weight"),
            tensors.backbone(name + ".bias"),
            config.normEpsilon());
  }

  private String adapter(String method, String name, String input) {
    return "self.%s(%s, %s, %s, %s, %s)"
        .formatted(
            method,
            input,
            trained(name + ".down.weight"),
            trained(name + ".down.bias"),
            trained(name + ".up.weight"),
            trained(name + ".up.bias"));
  }

  private String trained(String name) {
    return tensors.trained(path + name);
  }

  private Optional<PeftModule> module(Strategy strategy) {
    return modules.stream().filter(module -> module.strategy() == strategy).findFirst();
  }

  /// Where this layer's adapter sits, if it has one.
  private enum Placement {
    NONE,
    PFEIFFER,
    HOULSBY,
    PARALLEL
  }

  private Placement placement() {
    for (PeftModule module : modules) {
      if (module instanceof PeftModule.Adapter(_, AdapterPlacement placement)) {
        return switch (placement) {
          case PFEIFFER -> Placement.PFEIFFER;
          case HOULSBY -> Placement.HOULSBY;
          case PARALLEL -> Placement.PARALLEL;
        };
      }
    }
    return Placement.NONE;
  }
}
