package spindle.program;

import java.util.stream.IntStream;
import spindle.backbone.BackboneConfig;
import spindle.backbone.Positions;
import spindle.design.BackboneShape;
import spindle.design.Family;

/// Writes the methods by which a writer's decoder goes token by token, keeping keys and values.
///
/// What is kept is a list of `4 L + 1` tensors for L decoder layers: keys and values of the tokens
/// so far, layer by layer, `(R, H, P + T, D / H)` with room for T tokens; keys and values of the
/// text, `(B, H, P + S, D / H)`; the mask of the text. The rows R are those of the beams, a text's
/// one after the other. Prefixes are the first keys and values of a layer.
final class StepProgram {

  private static final String LISTS = "w: List[Tensor], t: List[Tensor]";

  private final Draft draft;
  private final BackboneConfig config;
  private final BackboneShape shape;
  private final ProgramText out;

  private StepProgram(Draft draft) {
    this.draft = draft;
    this.config = draft.config();
    this.shape = config.shape();
    this.out = draft.out();
  }

  /// Writes the methods.
  ///
  /// @param finalNorm expression of the decoder's last state `x` behind the final norm
  static void write(Draft draft, String finalNorm) {
    StepProgram program = new StepProgram(draft);
    draft.out().pieces("step", "search");
    program.decoders().forEach(program::writeLayer);
    program.writeKept();
    program.writeBegin();
    program.writeStep(finalNorm);
  }

  private IntStream decoders() {
    return IntStream.range(shape.encoderLayers(), shape.layers());
  }

  private void writeLayer(int layer) {
    if (shape.family() == Family.T5) {
      PreNormLayer.writeStep(draft, layer);
    } else {
      PostNormLayer.writeStep(draft, layer);
    }
  }

  /// Writes what each layer keeps of the encoder's states.
  private void writeKept() {
    out.method(
        "kept(e: Tensor, mask: Tensor, rows: int, places: int, " + LISTS + ") -> List[Tensor]");
    out.line("kept = annotate(List[Tensor], [])");
    decoders().forEach(layer -> new LayerText(draft, layer, LayerText.Pass.STEP).writeRoom());
    decoders().forEach(layer -> new LayerText(draft, layer, LayerText.Pass.STEP).writeTextKeys());
    out.line("return torch.append(kept, self.visible(mask))").end();
  }

  private void writeBegin() {
    out.method(
        "begin(ids: Tensor, types: Tensor, mask: Tensor, beams: Tensor, places: Tensor,"
            + " theta: Tensor, w: List[Tensor]) -> List[Tensor]");
    out.line("t = self.tensors(theta)");
    out.line("e = self.encoder(ids, mask, w, t)  # (B, S, D)");
    out.line("rows = torch.size(ids, 0) * int(beams)");
    out.line("return self.kept(e, mask, rows, int(places), w, t)").end();
  }

  private void writeStep(String finalNorm) {
    out.method(
        "step(tokens: Tensor, place: Tensor, theta: Tensor, w: List[Tensor], kept: List[Tensor])"
            + " -> Tensor");
    out.line("t = self.parts(theta)");
    out.line("p = int(place)");
    out.line("x = self.embedded_decoder(torch.unsqueeze(tokens, 1), p, w, t)  # (R, 1, D)");
    String bias = "";
    if (config.positions() instanceof Positions.Relative relative) {
      out.line("m = " + relation(relative) + "  # (1, H, 1, T)");
      bias = "m, ";
    }
    String seen = "kept[" + 4 * shape.decoderLayers() + "]";
    for (int layer : decoders().toArray()) {
      out.line("x = self.step%d(x, p, %s%s, w, t, kept)  # (R, 1, D)".formatted(layer, bias, seen));
    }
    out.line("x = " + finalNorm + "  # (R, 1, D)");
    out.line("return self.head(torch.squeeze(x, 1), w, t)  # (R, V)").end();
  }

  private String relation(Positions.Relative relative) {
    String table =
        draft
            .tensors()
            .backbone("decoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight");
    int rows = relative.buckets();
    int exact = rows / 2; // buckets of a single distance, as in Hugging Face's T5
    double spread = Math.log((double) relative.maxDistance() / exact);
    return "self.behind(%s, p, %d, %s, %d)".formatted(table, exact, spread, rows);
  }
}
