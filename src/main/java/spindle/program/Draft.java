package spindle.program;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import spindle.backbone.BackboneConfig;
import spindle.design.LayerPlan;
import spindle.design.PeftModule;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.peft.Owner;
import spindle.peft.PrefixNetwork;
import spindle.peft.TrainableTensor;
import spindle.peft.Trainables;

/// A program that is being written: its text so far, the names of its tensors, and what it
/// computes; with the methods that programs of all families have.
final class Draft {

  private final BackboneConfig config;
  private final Head head;
  private final Precision precision;
  private final List<List<PeftModule>> plan;
  private final List<TrainableTensor> trainables;
  private final List<PrefixNetwork> networks;
  private final References tensors;
  private final Dialect dialect;
  private final ProgramText out;

  /// How a program computes.
  ///
  /// @param precision of products with frozen weights
  record Manner(Precision precision, Dialect dialect) {}

  /// Begins a program.
  ///
  /// @param backbone shapes of the backbone's tensors by name
  /// @throws IllegalArgumentException if the design has another depth than the backbone
  Draft(
      BackboneConfig config,
      Tuning tuning,
      Head head,
      Map<String, List<Long>> backbone,
      Manner manner) {
    this.config = config;
    this.head = head;
    this.precision = manner.precision();
    this.dialect = manner.dialect();
    this.out = new ProgramText(dialect);
    this.trainables = Trainables.of(tuning, config.shape(), backbone, head);
    this.tensors = new References(trainables);
    LayerPlan layers =
        switch (tuning) {
          case Tuning.Modules modules -> modules.plan();
          case Tuning.Full() ->
              new LayerPlan(Collections.nCopies(config.shape().layers(), List.of()));
        };
    this.plan = layers.layers();
    this.networks = PrefixNetwork.of(config.shape(), layers);
  }

  ProgramText out() {
    return out;
  }

  References tensors() {
    return tensors;
  }

  BackboneConfig config() {
    return config;
  }

  Precision precision() {
    return precision;
  }

  Dialect dialect() {
    return dialect;
  }

  Head head() {
    return head;
  }

  List<PeftModule> modules(int layer) {
    return plan.get(layer);
  }

  int layers() {
    return plan.size();
  }

  /// Says whether the program takes a batch in blocks of like length: encoders alone do.
  boolean inBlocks() {
    return switch (config.shape().family()) {
      case BERT, ROBERTA -> true;
      case BART, T5 -> false;
    };
  }

  /// Ends the program.
  TensorProgram finished(int firstTrained) {
    return new TensorProgram(
        out.toString(), tensors.frozenNames(), tensors.halves(), trainables, head, firstTrained);
  }

  /// Writes `parts(theta)`: `(N)`, of several trials `(K, N)`, to the list of all trained tensors
  /// in their shapes, and `tensors(theta)`: the same and behind them what is computed of them.
  void writeTensors() {
    writeParts();
    out.method("tensors(theta: Tensor) -> List[Tensor]");
    out.line("t = self.parts(theta)");
    networks.forEach(this::writeNetwork);
    out.line("return t").end();
  }

  private void writeParts() {
    List<Long> sizes = trainables.stream().map(TrainableTensor::size).toList();
    out.method("parts(theta: Tensor) -> List[Tensor]");
    out.line("t = annotate(List[Tensor], [])");
    if (!trainables.isEmpty()) {
      out.line("p = torch.split_with_sizes(theta, " + sizes + ", " + dialect.axis(0) + ")");
    }
    for (int i = 0; i < trainables.size(); i++) {
      TrainableTensor tensor = trainables.get(i);
      out.line(
          "t = torch.append(t, torch.view(p[%d], %s))  # %s"
              .formatted(i, dialect.axes(tensor.shape()), tensor.name()));
    }
    out.line("return t").end();
  }

  private void writeNetwork(PrefixNetwork network) {
    List<String> arguments =
        network.tensors(config.shape()).stream().map(t -> tensors.trained(t.name())).toList();
    int width = config.shape().attention();
    int parts = 2 * network.layers().size();
    out.line("n = self.reparametrised(" + String.join(", ", arguments) + ")  # (P, 2 N D)");
    out.line("c = torch.split(n, " + width + ", " + dialect.axis(1) + ")");
    for (int i = 0; i < parts; i++) {
      String kind = i % 2 == 0 ? "key" : "value";
      int layer = network.layers().get(i / 2);
      tensors.addComputed("layers." + layer + ".prefix." + network.site() + "." + kind);
      out.line("t = torch.append(t, c[" + i + "])  # (P, D)");
    }
  }

  /// Writes `head(x, w, t)`, `(…, D)` to `(…, C)`, and `loss(logits, labels)`.
  void writeHead() {
    out.method("head(x: Tensor, w: List[Tensor], t: List[Tensor]) -> Tensor");
    head.dense()
        .ifPresent(dense -> out.line("x = torch.tanh(" + linear("x", dense) + ")  # (B, D)"));
    switch (head.loss()) {
      case CLASSIFICATION, REGRESSION ->
          out.line("return " + linear("x", head.out()) + "  # (B, C)").end();
      case TOKENS -> writeTokens();
    }
    String loss =
        switch (head.loss()) {
          case CLASSIFICATION -> "classification";
          case REGRESSION -> "regression";
          case TOKENS -> "token_loss";
        };
    out.method("loss(logits: Tensor, labels: Tensor) -> Tensor");
    out.line("return self." + loss + "(logits, labels)  # ()").end();
  }

  private void writeTokens() {
    double factor = config.outputScale().factor(config.shape().hidden());
    String scaled = factor == 1 ? "x" : "torch.mul(x, " + factor + ")";
    String table = headTensor(head.out() + ".weight");
    out.line("x = torch.linear(" + scaled + ", " + table + ")  # (B, T, V)");
    head.added().ifPresent(bias -> out.line("x = torch.add(x, " + headTensor(bias) + ")"));
    out.line("return x").end();
  }

  private String linear(String input, String module) {
    return dialect.linear(input, headTensor(module + ".weight"), headTensor(module + ".bias"));
  }

  private String headTensor(String name) {
    return tensors.isTrained(name) ? tensors.trained(name) : tensors.backbone(name);
  }

  /// Returns the first layer that trains anything: the last one if only the head is trained, so
  /// that it can still be asked for the first token alone.
  int firstTrained() {
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
