package spindle.program;

import java.util.ArrayList;
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
  private final Projections projections;
  private final Family family;
  private final LayerNames names;
  private final List<PeftModule> modules;
  private final String path;
  private final boolean decoder;
  private final Pass pass;
  private final int layer;

  LayerText(Draft draft, int layer, Pass pass) {
    this.layer = layer;
    this.pass = pass;
    this.draft = draft;
    this.projections = new Projections(draft, layer);
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

  /// What a method computes.
  enum Pass {
    /// All tokens at once.
    WHOLE,
    /// The next token of a decoder, with what was kept of those before it.
    STEP
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
    var query = new Projections.Map("q", attention.query(), lora + "q");
    if (reads.queries().equals(reads.keys())) {
      writeKeys(attention, reads.keys(), Optional.of(query));
    } else {
      projections.write(reads.queries(), List.of(query));
      if (!reads.keys().isEmpty()) {
        writeKeys(attention, reads.keys(), Optional.empty());
      }
    }
    switch (pass) {
      case WHOLE -> writeContext(attention, reads);
      case STEP -> writeKeptContext(attention, reads);
    }
    out.line("o = " + projections.of("c", attention.output(), lora + "o") + "  # (B, S, D)");
    if (placement() == Placement.HOULSBY && site.equals("self")) {
      out.line("o = torch.add(o, " + adapter("silu_adapter", "adapter.attention", "o") + ")");
    }
  }

  private void writeContext(LayerNames.Attention attention, Reads reads) {
    int heads = draft.config().shape().heads();
    if (draft.inBlocks()) {
      String prefix =
          prefixLength() == 0
              ? "annotate(List[Tensor], [])"
              : "[" + trained("prefix.self.key") + ", " + trained("prefix.self.value") + "]";
      out.line(
          "c = self.attend_blocks(q, k, v, %s, %s, %d)  # (B, S, D)"
              .formatted(prefix, reads.mask(), heads));
      return;
    }
    String site = attention.site();
    writePrefixed(site);
    String mask =
        prefixLength() == 0
            ? reads.mask()
            : "self.%s(%s, %d)".formatted(widening(site), reads.mask(), prefixLength());
    String scale = family == Family.T5 ? "1." : "None";
    out.line("c = self.attend(q, k, v, %s, %d, %s)  # (B, S, D)".formatted(mask, heads, scale));
  }

  /// Writes keys and values of some states, and in one go with them their queries if there are.
  private void writeKeys(
      LayerNames.Attention attention, String input, Optional<Projections.Map> query) {
    String lora = "lora." + attention.site() + ".";
    List<Projections.Map> maps = new ArrayList<>(query.stream().toList());
    maps.add(new Projections.Map("k", attention.key(), lora + "k"));
    maps.add(new Projections.Map("v", attention.value(), lora + "v"));
    projections.write(input, maps);
  }

  private void writePrefixed(String site) {
    if (prefixLength() > 0) {
      String prefix = "prefix." + site + ".";
      out.line("k = self.prefixed(" + trained(prefix + "key") + ", k)  # (B, P + S, D)");
      out.line("v = self.prefixed(" + trained(prefix + "value") + ", v)  # (B, P + S, D)");
    }
  }

  /// Writes the attention of one new token: to itself and the tokens kept before it, or to the keys
  /// and values that were made of the text once.
  private void writeKeptContext(LayerNames.Attention attention, Reads reads) {
    boolean self = attention.site().equals("self");
    int length = prefixLength();
    if (self) {
      String place = length == 0 ? "place" : "place + " + length;
      out.line("k = self.extended(%s, k, %s)  # (R, H, P + T, D / H)".formatted(kept(0), place));
      out.line("v = self.extended(%s, v, %s)  # (R, H, P + T, D / H)".formatted(kept(1), place));
    }
    String keys = self ? "k, v" : kept(2) + ", " + kept(3);
    boolean masked = !self || family == Family.T5;
    String widened = "self.widened(" + reads.mask() + ", " + length + ")";
    String mask = masked ? (length == 0 ? reads.mask() : widened) : "None";
    out.line("c = self.attend_kept(q, %s, %s, %s)  # (R, 1, D)".formatted(keys, mask, scale()));
  }

  private String scale() {
    int width = draft.config().shape().attention() / draft.config().shape().heads();
    return Double.toString(family == Family.T5 ? 1 : 1 / Math.sqrt(width));
  }

  /// Returns a tensor that a decoder layer keeps between steps: 0 and 1 are the keys and values of
  /// its own tokens, 2 and 3 those of the text.
  private String kept(int part) {
    int decoders = draft.config().shape().decoderLayers();
    int number = layer - draft.config().shape().encoderLayers();
    return "kept[%d]".formatted(2 * decoders * (part / 2) + 2 * number + part % 2);
  }

  /// Writes the making of the keys and values of the layer's own tokens, none yet but the prefix.
  void writeRoom() {
    int heads = draft.config().shape().heads();
    int width = draft.config().shape().attention() / heads;
    int length = prefixLength();
    for (String kind : List.of("key", "value")) {
      String places = length == 0 ? "places" : "places + " + length;
      String room = "self.room(e, rows, %s, %d, %d)".formatted(places, heads, width);
      if (length > 0) {
        room = "self.furnished(" + room + ", " + trained("prefix.self." + kind) + ")";
      }
      out.line("kept = torch.append(kept, " + room + ")  # (R, H, P + T, D / H)");
    }
  }

  /// Writes the making of the keys and values of the text, of the encoder's states `e`.
  void writeTextKeys() {
    LayerNames.Attention cross = names.attentions().getLast();
    int heads = draft.config().shape().heads();
    writeKeys(cross, "e", Optional.empty());
    writePrefixed(cross.site());
    for (String part : List.of("k", "v")) {
      String split = "torch.contiguous(self.heads(" + part + ", " + heads + "))";
      out.line("kept = torch.append(kept, " + split + ")  # (B, H, P + S, D / H)");
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
    String inner = projections.brief(input, in.getFirst(), "lora.ff.in");
    out.line("f = " + activated(inner) + "  # (B, S, F)");
    if (in.size() > 1) {
      String factor = projections.of(input, in.get(1), "lora.ff.in1");
      out.line("f = torch.mul(f, " + factor + ")  # (B, S, F)");
    }
    out.line("f = " + projections.of("f", names.feedForwardOut(), "lora.ff.out") + "  # (B, S, D)");
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
          .formatted(input, weight, projections.bias(module).orElseThrow(), epsilon);
    }
    String plain = "self.root_norm(%s, %s, %s)".formatted(input, weight, epsilon);
    return projections
        .bias(module)
        .map(added -> "torch.add(" + plain + ", " + added + ")")
        .orElse(plain);
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

  /// Returns the number of virtual tokens, 0 without a prefix.
  private int prefixLength() {
    for (PeftModule module : modules) {
      if (module instanceof PeftModule.Prefix(int length, _)) {
        return length;
      }
    }
    return 0;
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
