package spindle.program;

import java.util.List;
import java.util.Map;
import spindle.backbone.BackboneConfig;
import spindle.design.Family;
import spindle.design.LayerPlan;
import spindle.design.PeftModule;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.peft.Owner;
import spindle.peft.PrefixNetwork;
import spindle.peft.TrainableTensor;
import spindle.peft.Trainables;

/// Compiles a design on a BERT-like encoder with a classification or regression head.
///
/// The head reads the first token alone, so the last layer computes that token alone: exact, and a
/// tenth less work.
public final class EncoderProgram {

  private static final String INPUTS = "ids: Tensor, types: Tensor, mask: Tensor";
  private static final String LISTS = "w: List[Tensor], t: List[Tensor]";

  private final BackboneConfig config;
  private final Head head;
  private final List<List<PeftModule>> plan;
  private final List<TrainableTensor> trainables;
  private final List<PrefixNetwork> networks;
  private final References tensors;
  private final ProgramText out = new ProgramText();

  private EncoderProgram(
      BackboneConfig config, Tuning tuning, Head head, Map<String, List<Long>> backbone) {
    this.config = config;
    this.head = head;
    this.trainables = Trainables.of(tuning, config.shape(), backbone, head);
    this.tensors = new References(trainables);
    LayerPlan layers =
        switch (tuning) {
          case Tuning.Modules modules -> modules.plan();
          case Tuning.Full() ->
              new LayerPlan(java.util.Collections.nCopies(config.shape().layers(), List.of()));
        };
    this.plan = layers.layers();
    this.networks = PrefixNetwork.of(config.shape(), layers);
  }

  /// Compiles a design.
  ///
  /// @param backbone shapes of the backbone's tensors by name
  /// @throws IllegalArgumentException if the design has another depth than the backbone
  public static TensorProgram compile(
      BackboneConfig config, Tuning tuning, Head head, Map<String, List<Long>> backbone) {
    return new EncoderProgram(config, tuning, head, backbone).compile();
  }

  private TensorProgram compile() {
    for (String piece :
        List.of("norm", "attention", "prefix", "lora", "adapter", "loss", "adamw")) {
      out.piece(piece);
    }
    writeTensors();
    writeEmbedding();
    for (int layer = 0; layer < plan.size(); layer++) {
      new EncoderLayer(out, tensors, config, plan, layer).write(layer);
    }
    writeHead();
    int first = firstTrained();
    writeStacks(first);
    out.piece("training");
    return new TensorProgram(out.toString(), tensors.frozenNames(), trainables, head, first);
  }

  /// Writes `tensors(theta)`: `(N)` to the list of all trained tensors in their shapes.
  private void writeTensors() {
    List<Long> sizes = trainables.stream().map(TrainableTensor::size).toList();
    out.method("tensors(theta: Tensor) -> List[Tensor]");
    if (trainables.isEmpty()) {
      out.line("return annotate(List[Tensor], [])").end();
      return;
    }
    out.line("p = torch.split_with_sizes(theta, " + sizes + ")");
    out.line("t = annotate(List[Tensor], [])");
    for (int i = 0; i < trainables.size(); i++) {
      TrainableTensor tensor = trainables.get(i);
      out.line(
          "t = torch.append(t, torch.view(p[%d], %s))  # %s"
              .formatted(i, tensor.shape(), tensor.name()));
    }
    networks.forEach(this::writeNetwork);
    out.line("return t").end();
  }

  private void writeNetwork(PrefixNetwork network) {
    List<String> arguments =
        network.tensors(config.shape()).stream().map(t -> tensors.trained(t.name())).toList();
    int width = config.shape().attention();
    int parts = 2 * network.layers().size();
    out.line("n = self.reparametrised(" + String.join(", ", arguments) + ")  # (P, 2 N D)");
    out.line("c = torch.split(n, " + width + ", 1)");
    for (int i = 0; i < parts; i++) {
      String kind = i % 2 == 0 ? "key" : "value";
      int layer = network.layers().get(i / 2);
      tensors.addComputed("layers." + layer + ".prefix." + network.site() + "." + kind);
      out.line("t = torch.append(t, c[" + i + "])  # (P, D)");
    }
  }

  private void writeEmbedding() {
    out.method("embedded(ids: Tensor, types: Tensor, " + LISTS + ") -> Tensor");
    if (config.shape().family() == Family.ROBERTA) {
      int padding = config.padId();
      out.line("real = torch.to(torch.ne(ids, " + padding + "), 4)  # (B, S)");
      out.line("count = torch.mul(torch.cumsum(real, 1), real)  # (B, S)");
      out.line("places = torch.add(count, " + padding + ")  # (B, S)");
    } else {
      out.line("places = torch.arange(torch.size(ids, 1), device=ids.device)  # (S)");
    }
    out.line("x = " + embedding("word_embeddings", "ids") + "  # (B, S, D)");
    out.line("x = torch.add(x, " + embedding("token_type_embeddings", "types") + ")");
    out.line("x = torch.add(x, " + embedding("position_embeddings", "places") + ")");
    out.line(
        "return self.norm(x, %s, %s, %s)"
            .formatted(
                tensors.backbone("embeddings.LayerNorm.weight"),
                tensors.backbone("embeddings.LayerNorm.bias"),
                config.normEpsilon()));
    out.end();
  }

  private String embedding(String table, String indices) {
    return "torch.embedding(%s, %s)"
        .formatted(tensors.backbone("embeddings." + table + ".weight"), indices);
  }

  private void writeHead() {
    out.method("head(x: Tensor, " + LISTS + ") -> Tensor");
    head.dense()
        .ifPresent(dense -> out.line("x = torch.tanh(" + linear("x", dense) + ")  # (B, D)"));
    out.line("return " + linear("x", head.out()) + "  # (B, C)").end();
    String loss =
        switch (head.loss()) {
          case CLASSIFICATION -> "classification";
          case REGRESSION -> "regression";
        };
    out.method("loss(logits: Tensor, labels: Tensor) -> Tensor");
    out.line("return self." + loss + "(logits, labels)  # ()").end();
  }

  private String linear(String input, String module) {
    return "torch.linear(%s, %s, %s)"
        .formatted(input, headTensor(module + ".weight"), headTensor(module + ".bias"));
  }

  private String headTensor(String name) {
    return tensors.isTrained(name) ? tensors.trained(name) : tensors.backbone(name);
  }

  /// Writes the methods that run all layers, those below and those from the first trained one.
  private void writeStacks(int first) {
    int last = plan.size() - 1;
    out.method("lower(" + INPUTS + ", theta: Tensor, w: List[Tensor]) -> Tensor");
    out.line("t = self.tensors(theta)");
    out.line("x = self.embedded(ids, types, w, t)  # (B, S, D)");
    out.line("m = self.visible(mask)  # (B, 1, 1, S)");
    for (int layer = 0; layer < first; layer++) {
      out.line("x = self.layer" + layer + "(x, x, m, w, t)  # (B, S, D)");
    }
    out.line("return x").end();

    out.method("upper(x: Tensor, mask: Tensor, theta: Tensor, w: List[Tensor]) -> Tensor");
    out.line("t = self.tensors(theta)");
    out.line("m = self.visible(mask)  # (B, 1, 1, S)");
    for (int layer = first; layer < last; layer++) {
      out.line("x = self.layer" + layer + "(x, x, m, w, t)  # (B, S, D)");
    }
    out.line("x = self.layer" + last + "(torch.slice(x, 1, 0, 1), x, m, w, t)  # (B, 1, D)");
    out.line("return self.head(torch.select(x, 1, 0), w, t)  # (B, C)").end();

    out.method("logits(" + INPUTS + ", theta: Tensor, w: List[Tensor]) -> Tensor");
    out.line("x = self.lower(ids, types, mask, theta, w)  # (B, S, D)");
    out.line("return self.upper(x, mask, theta, w)  # (B, C)").end();

    out.method("hidden(" + INPUTS + ", theta: Tensor, w: List[Tensor]) -> Tensor");
    out.line("t = self.tensors(theta)");
    out.line("m = self.visible(mask)  # (B, 1, 1, S)");
    out.line("x = self.embedded(ids, types, w, t)  # (B, S, D)");
    out.line("h = [x]");
    for (int layer = 0; layer <= last; layer++) {
      out.line("x = self.layer" + layer + "(x, x, m, w, t)  # (B, S, D)");
      out.line("h = torch.append(h, x)");
    }
    out.line("return torch.stack(h, 0)  # (L + 1, B, S, D)").end();
  }

  /// Returns the first layer that trains anything: the last one if only the head is trained, so
  /// that it can still be asked for the first token alone.
  private int firstTrained() {
    boolean embeddings =
        trainables.stream()
            .anyMatch(
                t -> t.owner() == Owner.BACKBONE || t.name().startsWith("bitfit.embeddings."));
    if (embeddings) {
      return 0;
    }
    for (int layer = 0; layer < plan.size() - 1; layer++) {
      if (!plan.get(layer).isEmpty()) {
        return layer;
      }
    }
    return plan.size() - 1;
  }
}
