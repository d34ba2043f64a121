package spindle.program;

import spindle.backbone.LayerNames;
import spindle.program.LayerText.Reads;

/// Writes one pre-norm layer, T5's form, with the modules that a design trains in it.
///
/// `x1 = x + Att(RMS(x))`, a decoder layer adds `x2 = x1 + Cross(RMS(x1))`, `y = x2 + f` with `f =
/// Wo relu(Wi RMS(x2))`, or `Wo (gelu(Wi0 u) * Wi1 u)` when gated. The places of the modules are
/// those of `adapters` 1.2.0: a Pfeiffer adapter reads and is added to `x2 + f`; Houlsby adapters
/// read and are added to the outputs of self-attention and feed-forward; a parallel adapter reads
/// the residual stream `x2`, scaled by 4. BitFit adds a bias to every projection and norm.
///
/// The mask of self-attention carries the relative position bias. A prefix is put before it with
/// zeros, so that virtual tokens have no position and the real ones keep theirs.
final class PreNormLayer {

  private final ProgramText out;
  private final LayerText text;
  private final LayerNames names;

  private PreNormLayer(Draft draft, int layer, LayerText.Pass pass) {
    this.out = draft.out();
    this.text = new LayerText(draft, layer, pass);
    this.names = text.names();
  }

  /// Writes the method `layerK(x, mask, w, t)`: `(B, S, D)` to `(B, S, D)`; in a decoder `layerK(x,
  /// mask, e, seen, w, t)` with the encoder's states and their mask.
  static void write(Draft draft, int layer) {
    boolean decoder = draft.config().shape().isDecoder(layer);
    String encoded = decoder ? "e: Tensor, seen: Tensor, " : "";
    draft
        .out()
        .method(
            "layer%d(x: Tensor, mask: Tensor, %sw: List[Tensor], t: List[Tensor]) -> Tensor"
                .formatted(layer, encoded));
    PreNormLayer writer = new PreNormLayer(draft, layer, LayerText.Pass.WHOLE);
    writer.writeAttention(0, new Reads("n", "n", "mask"));
    if (decoder) {
      writer.writeAttention(1, new Reads("n", "e", "seen"));
    }
    writer.writeFeedForward();
    draft.out().end();
  }

  /// Writes the method `stepK(x, place, mask, seen, w, t, kept)` of a decoder layer, `(R, 1, D)` to
  /// `(R, 1, D)`: the token at a place, with the position bias of the tokens up to it and the mask
  /// of the text.
  static void writeStep(Draft draft, int layer) {
    draft
        .out()
        .method(
            ("step%d(x: Tensor, place: int, mask: Tensor, seen: Tensor, w: List[Tensor],"
                    + " t: List[Tensor], kept: List[Tensor]) -> Tensor")
                .formatted(layer));
    PreNormLayer writer = new PreNormLayer(draft, layer, LayerText.Pass.STEP);
    writer.writeAttention(0, new Reads("n", "n", "mask"));
    writer.writeAttention(1, new Reads("n", "", "seen"));
    writer.writeFeedForward();
    draft.out().end();
  }

  private void writeAttention(int index, Reads reads) {
    LayerNames.Attention attention = names.attentions().get(index);
    out.line("n = " + text.norm("x", attention.norm()) + "  # (B, S, D)");
    text.writeAttention(attention, reads);
    out.line("x = torch.add(x, o)  # (B, S, D)");
  }

  private void writeFeedForward() {
    out.line("n = " + text.norm("x", names.feedForwardNorm()) + "  # (B, S, D)");
    text.writeFeedForward("n");
    switch (text.placement()) {
      case NONE -> {}
      case PFEIFFER -> {
        out.line("z = torch.add(f, x)  # (B, S, D)");
        out.line("f = torch.add(" + text.adapter("relu_adapter", "adapter", "z") + ", f)");
      }
      case HOULSBY ->
          out.line("f = torch.add(f, " + text.adapter("silu_adapter", "adapter.output", "f") + ")");
      case PARALLEL ->
          out.line(
              "f = torch.add(f, " + text.adapter("relu_adapter", "adapter", "x") + ", alpha=4)");
    }
    out.line("return torch.add(f, x)  # (B, S, D)");
  }
}
