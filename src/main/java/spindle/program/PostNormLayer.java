package spindle.program;

import spindle.backbone.LayerNames;
import spindle.program.LayerText.Reads;

/// Writes one post-norm layer, as BERT, RoBERTa and BART have them, with the modules that a design
/// trains in it.
///
/// `a = LN1(x + Att(x))`, `y = LN2(a + W2 g(W1 a))`; a decoder layer has `a = LN(a + Cross(a))`
/// between. The places of the modules are those of `adapters` 1.2.0: a Pfeiffer adapter reads
/// `LN2(f + a)` and is added to `f + a`; Houlsby adapters read and are added to the outputs of
/// self-attention and feed-forward; a parallel adapter reads `a`, scaled by 4.
///
/// The layer computes the positions in `x` and attends to those in `y`, so that the last layer can
/// be asked for the first token alone.
final class PostNormLayer {

  private final ProgramText out;
  private final LayerText text;
  private final LayerNames names;

  private PostNormLayer(Draft draft, int layer, LayerText.Pass pass) {
    this.out = draft.out();
    this.text = new LayerText(draft, layer, pass);
    this.names = text.names();
  }

  /// Writes the method `layerK(x, y, mask, w, t)`: `(B, Sx, D)`, `(B, S, D)` to `(B, Sx, D)`; in a
  /// decoder `layerK(x, y, mask, e, seen, w, t)` with the encoder's states and their mask.
  static void write(Draft draft, int layer) {
    boolean decoder = draft.config().shape().isDecoder(layer);
    String encoded = decoder ? "e: Tensor, seen: Tensor, " : "";
    draft
        .out()
        .method(
            ("layer%d(x: Tensor, y: Tensor, mask: %s, %sw: List[Tensor], t: List[Tensor])"
                    + " -> Tensor")
                .formatted(layer, draft.inBlocks() ? "List[Tensor]" : "Tensor", encoded));
    PostNormLayer writer = new PostNormLayer(draft, layer, LayerText.Pass.WHOLE);
    writer.writeAttention("x", 0, new Reads("x", "y", "mask"));
    if (decoder) {
      writer.writeAttention("a", 1, new Reads("a", "e", "seen"));
    }
    writer.writeFeedForward();
    draft.out().end();
  }

  /// Writes the method `stepK(x, place, seen, w, t, kept)` of a decoder layer, `(R, 1, D)` to `(R,
  /// 1, D)`: the token at a place, with the mask of the text.
  static void writeStep(Draft draft, int layer) {
    draft
        .out()
        .method(
            ("step%d(x: Tensor, place: int, seen: Tensor, w: List[Tensor], t: List[Tensor],"
                    + " kept: List[Tensor]) -> Tensor")
                .formatted(layer));
    PostNormLayer writer = new PostNormLayer(draft, layer, LayerText.Pass.STEP);
    writer.writeAttention("x", 0, new Reads("x", "x", ""));
    writer.writeAttention("a", 1, new Reads("a", "", "seen"));
    writer.writeFeedForward();
    draft.out().end();
  }

  private void writeAttention(String residual, int index, Reads reads) {
    LayerNames.Attention attention = names.attentions().get(index);
    text.writeAttention(attention, reads);
    out.line("a = " + text.norm("torch.add_(o, " + residual + ")", attention.norm()));
  }

  private void writeFeedForward() {
    text.writeFeedForward("a");
    switch (text.placement()) {
      case NONE -> {}
      case PFEIFFER -> {
        out.line("z = " + text.norm("torch.add(f, a)", names.feedForwardNorm()) + "  # (B, S, D)");
        out.line("f = torch.add_(" + text.adapter("relu_adapter", "adapter", "z") + ", f)");
      }
      case HOULSBY ->
          out.line("f = torch.add(f, " + text.adapter("silu_adapter", "adapter.output", "f") + ")");
      case PARALLEL ->
          out.line(
              "f = torch.add(f, " + text.adapter("relu_adapter", "adapter", "a") + ", alpha=4)");
    }
    out.line("return " + text.norm("torch.add_(f, a)", names.feedForwardNorm()) + "  # (B, S, D)");
  }
}
