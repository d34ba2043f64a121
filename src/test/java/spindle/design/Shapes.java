package spindle.design;

/// The published backbones that the tables of the tests speak of.
final class Shapes {
  static final BackboneShape ROBERTA_BASE = encoder(Family.ROBERTA, 12, 768, 124_645_632);
  static final BackboneShape ROBERTA_LARGE = encoder(Family.ROBERTA, 24, 1024, 355_359_744);
  static final BackboneShape BERT_BASE = encoder(Family.BERT, 12, 768, 109_482_240);
  static final BackboneShape BERT_LARGE = encoder(Family.BERT, 24, 1024, 335_141_888);
  static final BackboneShape BART_BASE = bart(6, 768, 139_420_416);
  static final BackboneShape BART_LARGE = bart(12, 1024, 406_291_456);
  static final BackboneShape T5_BASE = t5(12, new int[] {768, 768, 3072}, 12, 222_903_552);
  static final BackboneShape T5_3B = t5(24, new int[] {1024, 4096, 16384}, 32, 2_851_598_336L);

  private Shapes() {}

  private static BackboneShape encoder(Family family, int layers, int hidden, long parameters) {
    return new BackboneShape(
        family, layers, 0, hidden, hidden, 4 * hidden, hidden / 64, FeedForward.PLAIN, parameters);
  }

  private static BackboneShape bart(int layers, int hidden, long parameters) {
    return new BackboneShape(
        Family.BART,
        layers,
        layers,
        hidden,
        hidden,
        4 * hidden,
        hidden / 64,
        FeedForward.PLAIN,
        parameters);
  }

  /// @param widths hidden, attention and inner width
  private static BackboneShape t5(int layers, int[] widths, int heads, long parameters) {
    return new BackboneShape(
        Family.T5,
        layers,
        layers,
        widths[0],
        widths[1],
        widths[2],
        heads,
        FeedForward.PLAIN,
        parameters);
  }
}
