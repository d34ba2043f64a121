package spindle.app;

import java.util.List;
import spindle.backbone.Backbone;
import spindle.backbone.BackboneException;
import spindle.backbone.Backbones;
import spindle.backbone.CacheFolders;
import spindle.study.Seed;
import spindle.task.TaskData;
import spindle.task.TaskSource;
import spindle.task.Tasks;
import spindle.training.Sources;
import spindle.training.TorchTrainer;
import spindle.training.parity.ParityMain;
import spindle.training.worker.WorkerMain;

/// The entry point of the child processes that run native code: `worker` trains, `parity` compares.
public final class NativeMain {

  private NativeMain() {}

  /// Becomes the process that the first argument names.
  public static void main(String[] args) {
    List<String> arguments = List.of(args);
    List<String> rest = arguments.subList(1, arguments.size());
    switch (arguments.getFirst()) {
      case "worker" ->
          WorkerMain.run(
              rest, (device, together) -> TorchTrainer.open(device, together, sources()));
      case "parity" -> {
        ParityMain.run(rest);
        System.exit(0);
      }
      default -> throw new IllegalArgumentException("there is no process " + arguments.getFirst());
    }
  }

  private static Sources sources() {
    Backbones backbones = new Backbones(CacheFolders.ofUser());
    return new Sources() {
      @Override
      public Backbone backbone(String name) throws BackboneException {
        return backbones.open(name);
      }

      @Override
      public TaskData task(TaskSource source, Seed seed) {
        return Tasks.read(source, seed.generator());
      }
    };
  }
}
