package spindle.app;

import spindle.backbone.Backbone;
import spindle.backbone.Backbones;
import spindle.study.Seed;
import spindle.task.TaskData;
import spindle.task.TaskSource;
import spindle.task.Tasks;
import spindle.training.Sources;

/// Backbones and tasks of this machine.
final class LocalSources implements Sources {

  private final Backbones backbones;

  LocalSources(Backbones backbones) {
    this.backbones = backbones;
  }

  @Override
  public Backbone backbone(String name) {
    return backbones.open(name);
  }

  @Override
  public TaskData task(TaskSource source, Seed seed) {
    return Tasks.read(source, seed.generator());
  }
}
