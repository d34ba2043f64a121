package spindle.study;

import java.nio.file.Path;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.ParameterCount.Pooler;

/// The bundled backbone as a catalog tells of it.
public final class Bundled {

  /// Its sizes.
  public static final BackboneInfo INFO =
      new BackboneInfo(
          BackboneCatalog.BUNDLED,
          Path.of("bge"),
          new BackboneShape(Family.BERT, 12, 0, 384, 384, 1536, 12, FeedForward.PLAIN, 33_360_000),
          Pooler.PRESENT,
          30_522,
          512);

  private Bundled() {}
}
