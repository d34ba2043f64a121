package spindle.app;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.backbone.Backbone;
import spindle.backbone.BackboneException;
import spindle.backbone.Backbones;
import spindle.backbone.KnownBackbone;
import spindle.design.ParameterCount.Pooler;
import spindle.study.BackboneCatalog;
import spindle.study.BackboneInfo;
import spindle.weights.WeightsException;

/// The backbones of this machine.
final class LocalBackbones implements BackboneCatalog {

  private static final Logger LOG = LoggerFactory.getLogger(LocalBackbones.class);

  private final Backbones backbones;

  LocalBackbones(Backbones backbones) {
    this.backbones = backbones;
  }

  @Override
  public List<BackboneInfo> list() {
    List<BackboneInfo> usable = new ArrayList<>();
    for (KnownBackbone known : backbones.list()) {
      try {
        usable.add(inspect(known.name()));
      } catch (BackboneException | WeightsException e) {
        LOG.warn("{} in {} is left out of the list", known.name(), known.folder(), e);
      }
    }
    return usable;
  }

  @Override
  public BackboneInfo inspect(String name) {
    try (Backbone backbone = backbones.open(name)) {
      return new BackboneInfo(
          name,
          backbone.folder(),
          backbone.shape(),
          backbone.hasPooler() ? Pooler.PRESENT : Pooler.ABSENT,
          backbone.config().vocabulary(),
          backbone.config().maxTokens());
    }
  }
}
