package spindle.training;

import spindle.backbone.Backbone;
import spindle.study.Seed;
import spindle.task.TaskData;
import spindle.task.TaskSource;

/// Where a trainer gets backbones and tasks from.
public interface Sources {

  /// Opens a backbone.
  ///
  /// @param name `bundled` or the path of a Hugging Face folder
  /// @throws spindle.backbone.BackboneException if it cannot be used
  /// @throws spindle.weights.WeightsException if its weights cannot be read
  Backbone backbone(String name);

  /// Reads a task.
  ///
  /// @param seed of the draw of the selection split
  /// @throws spindle.task.TaskException if it cannot be read
  TaskData task(TaskSource source, Seed seed);
}
