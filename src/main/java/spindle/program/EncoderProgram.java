package spindle.program;

import spindle.backbone.BackboneConfig;
import spindle.design.Family;

/// Compiles a design on a BERT-like encoder with a classification or regression head.
///
/// The head reads the first token alone, so the last layer computes that token alone: exact, and a
/// tenth less work.
final class EncoderProgram {

  private static final String TEXTS = "ids: List[Tensor], types: List[Tensor]";
  private static final String INPUTS = TEXTS + ", mask: List[Tensor]";
  private static final String LISTS = "w: List[Tensor], t: List[Tensor]";

  private final Draft draft;
  private final BackboneConfig config;
  private final References tensors;
  private final ProgramText out;

  private EncoderProgram(Draft draft) {
    this.draft = draft;
    this.config = draft.config();
    this.tensors = draft.tensors();
    this.out = draft.out();
  }

  /// Compiles a design.
  static TensorProgram compile(Draft draft) {
    return new EncoderProgram(draft).compile();
  }

  private TensorProgram compile() {
    out.pieces(
        "norm",
        "attention",
        "blocks",
        "prefix",
        "skinny",
        "lora",
        "adapter",
        "half",
        "loss",
        "adamw");
    draft.writeTensors();
    writeEmbedding();
    for (int layer = 0; layer < draft.layers(); layer++) {
      PostNormLayer.write(draft, layer);
    }
    draft.writeHead();
    int first = draft.firstTrained();
    writeStacks(first);
    out.pieces("descend", "training", "encoder", "kept");
    return draft.finished(first);
  }

  private void writeEmbedding() {
    out.method("places(ids: Tensor) -> Tensor");
    if (config.shape().family() == Family.ROBERTA) {
      int padding = config.padId();
      out.line("real = torch.to(torch.ne(ids, " + padding + "), 4)  # (B, S)");
      out.line("count = torch.mul(torch.cumsum(real, 1), real)  # (B, S)");
      out.line("return torch.add(count, " + padding + ")  # (B, S)").end();
    } else {
      out.line("places = torch.arange(torch.size(ids, 1), device=ids.device)  # (S)");
      out.line("return torch.expand_as(places, ids)  # (B, S)").end();
    }
    out.method("embedded(" + TEXTS + ", " + LISTS + ") -> Tensor");
    out.line("places = annotate(List[Tensor], [])");
    out.line("for i in range(len(ids)):");
    out.line("  places = torch.append(places, self.places(ids[i]))");
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
    return "torch.embedding(%s, self.joined(%s))"
        .formatted(tensors.backbone("embeddings." + table + ".weight"), indices);
  }

  /// Writes the methods that run all layers, those below and those from the first trained one.
  ///
  /// A state is `(B, S, D)` if the batch is one block, `(1, N, D)` for the N tokens of several.
  private void writeStacks(int first) {
    int last = draft.layers() - 1;
    out.method("lower(" + INPUTS + ", theta: Tensor, w: List[Tensor]) -> Tensor");
    out.line("t = self.tensors(theta)");
    out.line("x = self.embedded(ids, types, w, t)  # (B, S, D)");
    out.line("m = self.all_visible(mask)  # (B, 1, 1, S) each");
    for (int layer = 0; layer < first; layer++) {
      out.line("x = self.layer" + layer + "(x, x, m, w, t)  # (B, S, D)");
    }
    out.line("return x").end();

    out.method("upper(x: Tensor, mask: List[Tensor], theta: Tensor, w: List[Tensor]) -> Tensor");
    out.line("t = self.tensors(theta)");
    out.line("m = self.all_visible(mask)  # (B, 1, 1, S) each");
    for (int layer = first; layer < last; layer++) {
      out.line("x = self.layer" + layer + "(x, x, m, w, t)  # (B, S, D)");
    }
    out.line("x = self.layer" + last + "(self.first(x, m), x, m, w, t)  # (B, 1, D)");
    out.line("return self.head(torch.flatten(x, 0, 1), w, t)  # (B, C)").end();

    out.method(
        "hidden(ids: Tensor, types: Tensor, mask: Tensor, theta: Tensor, w: List[Tensor])"
            + " -> Tensor");
    out.line("t = self.tensors(theta)");
    out.line("m = self.all_visible([mask])  # (B, 1, 1, S)");
    out.line("x = self.embedded([ids], [types], w, t)  # (B, S, D)");
    out.line("h = [x]");
    for (int layer = 0; layer <= last; layer++) {
      out.line("x = self.layer" + layer + "(x, x, m, w, t)  # (B, S, D)");
      out.line("h = torch.append(h, x)");
    }
    out.line("return torch.stack(h, 0)  # (L + 1, B, S, D)").end();
  }
}
