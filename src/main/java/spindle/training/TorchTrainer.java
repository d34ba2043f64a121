package spindle.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import spindle.backbone.Backbone;
import spindle.backbone.BackboneException;
import spindle.design.Precision;
import spindle.peft.Head;
import spindle.program.TensorProgram;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.TaskException;
import spindle.training.torch.TorchThread;
import spindle.weights.WeightsException;

/// Trains trials with libtorch on one device, in this process.
public final class TorchTrainer implements Trainer {

  private final NDManager manager;
  private final Library library;

  private TorchTrainer(NDManager manager, Library library) {
    this.manager = manager;
    this.library = library;
  }

  /// Opens a device.
  ///
  /// @param device `cpu` or `gpu:0`, `gpu:1`, …
  /// @throws TrainingException if the device is not there
  public static TorchTrainer open(String device, Sources sources) {
    return open(device, sources, StateCache.Limits.usual());
  }

  /// Opens a device with other limits of the states of frozen layers.
  static TorchTrainer open(String device, Sources sources, StateCache.Limits limits) {
    NDManager manager = Devices.open(device);
    return new TorchTrainer(
        manager, new Library(manager, sources, new StateCache(manager, limits)));
  }

  @Override
  public TrialOutcome train(TrialSpec trial, TrialListener progress, Cancellation cancelled) {
    TorchThread.prepare();
    try {
      Library.Shelf shelf = library.shelf(trial.backbone());
      Corpus corpus = library.corpus(shelf, trial);
      TrialRun.Material material =
          new TrialRun.Material(corpus, compile(shelf, trial, corpus), shelf, library.states());
      try (TrialRun run = new TrialRun(trial, progress, cancelled, material, manager)) {
        return run.run();
      }
    } catch (EngineException e) {
      return EngineFailure.outcome(e, 0);
    } catch (TaskException
        | BackboneException
        | WeightsException
        | TrainingException
        | IllegalArgumentException e) {
      return new TrialOutcome.Failed(String.valueOf(e.getMessage()));
    }
  }

  /// Compiles a trial's design; the head is what Hugging Face puts on a backbone of that family.
  private static TensorProgram compile(Library.Shelf shelf, TrialSpec trial, Corpus corpus) {
    Map<String, List<Long>> shapes = new TreeMap<>();
    shelf.backbone().tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    Head head = head(shelf.backbone(), corpus);
    Optional.ofNullable(shelf.backbone().headTensors().get(head.out() + ".weight"))
        .ifPresent(own -> shapes.put(own.name(), own.shape()));
    Precision precision = trial.settings().precision().orElse(Precision.FLOAT32);
    return TensorProgram.compile(
        shelf.backbone().config(), trial.tuning(), head, shapes, precision);
  }

  private static Head head(Backbone backbone, Corpus corpus) {
    if (corpus.writing().isPresent()) {
      return Head.tokens(backbone);
    }
    Optional<String> dense =
        switch (backbone.shape().family()) {
          case ROBERTA, BART, T5 -> Optional.of("head.dense");
          case BERT -> Optional.of("pooler.dense").filter(_ -> backbone.hasPooler());
        };
    return new Head(corpus.outputs(), corpus.loss(), dense, "head.out");
  }

  @Override
  public Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    Engine engine = Engine.getInstance();
    versions.put("libtorch", engine.getVersion());
    versions.put("device", manager.getDevice().toString());
    versions.put("java", Runtime.version().toString());
    return versions;
  }

  /// Closes everything on the device.
  public void close() {
    library.close();
    manager.close();
  }

  /// Returns the number of sets of states of frozen layers that are kept.
  int keptStates() {
    return library.states().size();
  }

  /// Returns the device of this trainer.
  Device device() {
    return manager.getDevice();
  }
}
