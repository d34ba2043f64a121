package spindle.ui.confirm;

import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.FeedForward;

/// A backbone that many know, as a goal of a transfer; its weights are not needed for that.
///
/// @param name as on the Hugging Face hub
/// @param shape its sizes, parameters counted without a task head
public record KnownShape(String name, BackboneShape shape) {

  /// The backbones of the paper and their like.
  public static final java.util.List<KnownShape> ALL =
      java.util.List.of(
          encoder("bert-base", Family.BERT, Size.BASE, 109_482_240),
          encoder("bert-large", Family.BERT, Size.LARGE, 335_141_888),
          encoder("roberta-base", Family.ROBERTA, Size.BASE, 124_645_632),
          encoder("roberta-large", Family.ROBERTA, Size.LARGE, 355_359_744),
          both("bart-base", Family.BART, new Size(6, 768, 3072, 12), 139_420_416),
          both("bart-large", Family.BART, new Size(12, 1024, 4096, 16), 406_291_456),
          both("t5-small", Family.T5, new Size(6, 512, 2048, 8), 60_506_624),
          both("t5-base", Family.T5, Size.BASE, 222_903_552),
          both("t5-large", Family.T5, Size.LARGE, 737_668_096));

  private record Size(int layers, int hidden, int inner, int heads) {
    static final Size BASE = new Size(12, 768, 3072, 12);
    static final Size LARGE = new Size(24, 1024, 4096, 16);
  }

  private static KnownShape encoder(String name, Family family, Size size, long parameters) {
    return new KnownShape(name, shape(family, size, 0, parameters));
  }

  private static KnownShape both(String name, Family family, Size size, long parameters) {
    return new KnownShape(name, shape(family, size, size.layers(), parameters));
  }

  private static BackboneShape shape(Family family, Size size, int decoder, long parameters) {
    return new BackboneShape(
        family,
        size.layers(),
        decoder,
        size.hidden(),
        size.hidden(),
        size.inner(),
        size.heads(),
        FeedForward.PLAIN,
        parameters);
  }

  @Override
  public String toString() {
    return name;
  }
}
