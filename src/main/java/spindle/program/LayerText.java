package spindle.program;

import java.util.List;
import java.util.Optional;
import spindle.backbone.LayerNames;
import spindle.design.AdapterPlacement;
import spindle.design.Family;
import spindle.design.PeftModule;
import spindle.peft.Head;

/// Writes what the layers of all families have in common: projections with LoRA and biases, norms,
/// attention with a prefix, feed-forward blocks, adapters.
final class LayerText {

  private final ProgramText out;
  private final References tensors;
  private final Draft draft;
  private final Family family;
  private final LayerNames names;
  private final List<PeftModule> modules;
  private final String path;
  private final boolean decoder;

  LayerText(Draft draft, int layer) {
    this.draft = draft;
    this.out = draft.out();
    this.tensors = draft.tensors();
    this.family = draft.config().shape().family();
    this.names = LayerNames.of(draft.config().shape(), layer);
    this.modules = draft.modules(layer);
    this.path = "layers." + layer + ".";
    this.decoder = draft.config().shape().isDecoder(layer);
  }

  LayerNames names() {
    return names;
  }

  /// What one attention reads, each the name of a variable of the text.
  ///
  /// @param queries states that ask, `(B, S, D)`
  /// @param keys states that are asked, `(B, S, D)`
  /// @param mask numbers added to the scores, `(B or 1, H or 1, S or 1, S)`
  record Reads(String queries, String keys, String mask) {}

  /// Writes an attention, whose output is left in `o`, after an adapter if one sits there.
  void writeAttention(LayerNames.Attention attention, Reads reads) {
    String site = attention.site();
    String lora = "lora." + site + ".";
    out.line("q = " + projection(reads.queries(), attention.query(), lora + "q") + "  # (B, S, D)");
    out.line("k = " + projection(reads.keys(), attention.key(), lora + "k") + "  # (B, S, D)");
    out.line("v = " + projection(reads.keys(), attention.value(), lora + "v") + "  # (B, S, D)");
    String mask = reads.mask();
    Optional<Integer> length = prefixLength();
    if (length.isPresent()) {
      String prefix = "prefix." + site + ".";
      out.line("k = self.prefixed(" + trained(prefix + "key") + ", k)  # (B, P + S, D)");
      out.line("v = self.prefixed(" + trained(prefix + "value") + ", v)  # (B, P + S, D)");
      mask = "self.%s(%s, %d)".formatted(widening(site), mask, length.get());
    }
    int heads = draft.config().shape().heads();
    String attend = family == Family.T5 ? "attend_unscaled" : "attend";
    out.line("c = self.%s(q, k, v, %s, %d)  # (B, S, D)".formatted(attend, mask, heads));
    out.line("o = " + projection("c", attention.output(), lora + "o") + "  # (B, S, D)");
    if (placement() == Placement.HOULSBY && site.equals("self")) {
      out.line("o = torch.add(o, " + adapter("silu_adapter", "adapter.attention", "o") + ")");
    }
  }

  /// Returns the method that extends a mask over a prefix.
  ///
  /// All queries see the whole prefix, with one exception: in the decoder of BART's classifiers
  /// `adapters` 1.2.0 leaves the causal mask to an operator that counts the prefix as the first
  /// tokens. Those modules are trained as that library computes them.
  private String widening(String site) {
    boolean classifier = draft.head().loss() != Head.Loss.TOKENS;
    return decoder && family == Family.BART && classifier && site.equals("self")
        ? "narrowed"
        : "widened";
  }

  /// Writes a feed-forward block without norm and adapter, whose output is left in `f`.
  ///
  /// @param input variable that it reads
  void writeFeedForward(String input) {
    List<String> in = names.feedForwardIn();
    out.line("f = " + activated(projection(input, in.getFirst(), "lora.ff.in")) + "  # (B, S, F)");
    if (in.size() > 1) {
      String factor = projection(input, in.get(1), "lora.ff.in1");
      out.line("f = torch.mul(f, " + factor + ")  # (B, S, F)");
    }
    out.line("f = " + projection("f", names.feedForwardOut(), "lora.ff.out") + "  # (B, S, D)");
  }

  /// Returns a linear map with its bias and LoRA.
  private String projection(String input, String module, String lora) {
    String weight = tensors.backbone(names.prefix() + module + ".weight");
    String bias = bias(module).map(name -> ", " + name).orElse("");
    String plain = "torch.linear(" + input + ", " + weight + bias + ")";
    if (!tensors.isTrained(path + lora + ".A")) {
      return plain;
    }
    return "torch.add(%s, self.low_rank(%s, %s, %s))"
        .formatted(plain, input, trained(lora + ".A"), trained(lora + ".B"));
  }

  /// Names the bias of a module: the backbone's, or one that BitFit adds to T5, if it does.
  private Optional<String> bias(String module) {
    if (family != Family.T5) {
      return Optional.of(tensors.backbone(names.prefix() + module + ".bias"));
    }
    String added = path + "bitfit." + module + ".bias";
    return Optional.of(added).filter(tensors::isTrained).map(tensors::trained);
  }

  private String activated(String input) {
    return switch (draft.config().activation()) {
      case GELU -> "torch.gelu(" + input + ")";
      case GELU_TANH -> "torch.gelu(" + input + ", approximate=\"tanh\")";
      case RELU -> "torch.relu(" + input + ")";
      case SILU -> "torch.silu(" + input + ")";
    };
  }

  /// Returns a norm of the layer: over the root mean square for T5, else the usual layer norm.
  String norm(String input, String module) {
    String weight = tensors.backbone(names.prefix() + module + ".weight");
    double epsilon = draft.config().normEpsilon();
    if (family != Family.T5) {
      return "self.norm(%s, %s, %s, %s)"
          .formatted(input, weight, bias(module).orElseThrow(), epsilon);
    }
    String plain = "self.root_norm(%s, %s, %s)".formatted(input, weight, epsilon);
    return bias(module).map(added -> "torch.add(" + plain + ", " + added + ")").orElse(plain);
  }

  /// Returns the output of an adapter, which is to be added to what it adapts.
  String adapter(String method, String name, String input) {
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

  private Optional<Integer> prefixLength() {
    for (PeftModule module : modules) {
      if (module instanceof PeftModule.Prefix(int length, _)) {
        return Optional.of(length);
      }
    }
    return Optional.empty();
  }

  /// Where a layer's adapter sits, if it has one.
  enum Placement {
    NONE,
    PFEIFFER,
    HOULSBY,
    PARALLEL
  }

  /// Returns where this layer's adapter sits.
  Placement placement() {
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
