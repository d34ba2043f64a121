package spindle.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spindle.backbone.Backbone;
import spindle.backbone.BackboneConfig;
import spindle.backbone.BackboneException;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.program.FusedProgram;
import spindle.program.TensorProgram;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.TaskException;
import spindle.training.torch.TorchThread;
import spindle.weights.WeightsException;

/// Trains trials with libtorch on one device, in this process.
public final class TorchTrainer implements Trainer, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final NDManager manager;
  private final Library library;
  private final Gathering gathering;

  private TorchTrainer(NDManager manager, Library library, Gathering gathering) {
    this.manager = manager;
    this.library = library;
    this.gathering = gathering;
  }

  /// Opens a device.
  ///
  /// @param device `cpu` or `gpu:0`, `gpu:1`, …
  /// @param together most trials of equal structure, begun by slots at about the same time, that
  ///   are trained in one call a step, at least 1. More than 1 is meant for GPUs and changes the
  ///   last digits of what they give, by what else has run
  /// @throws TrainingException if the device is not there
  public static TorchTrainer open(String device, int together, Sources sources) {
    return open(device, sources, StateCache.Limits.usual(), new Gathering(together, PATIENCE));
  }

  /// Opens a device on which each trial is trained for itself.
  static TorchTrainer open(String device, Sources sources) {
    return open(device, 1, sources);
  }

  /// The same with other limits of the states of frozen layers.
  static TorchTrainer open(String device, Sources sources, StateCache.Limits limits) {
    return open(device, sources, limits, new Gathering(1, PATIENCE));
  }

  /// Opens a device with a place where its slots meet.
  static TorchTrainer open(
      String device, Sources sources, StateCache.Limits limits, Gathering gathering) {
    NDManager manager = Devices.open(device);
    return new TorchTrainer(
        manager, new Library(manager, sources, new StateCache(manager, limits)), gathering);
  }

  @Override
  public TrialOutcome train(TrialSpec trial, TrialListener progress, Cancellation cancelled) {
    TorchThread.prepare();
    TrialOutcome outcome = outcome(trial, progress, cancelled);
    if (outcome instanceof TrialOutcome.OutOfMemory && manager.getDevice().isGpu()) {
      TorchThread.giveBackMemory();
    }
    return outcome;
  }

  private TrialOutcome outcome(TrialSpec trial, TrialListener progress, Cancellation cancelled) {
    try {
      Library.Shelf shelf = library.shelf(trial.backbone());
      Corpus corpus = library.corpus(shelf, trial);
      Member member = new Member(trial, progress, cancelled, corpus);
      return isFusible(shelf, member)
          ? gathering.train(
              Structure.of(trial, corpus), member, members -> together(shelf, members))
          : alone(shelf, member);
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

  private boolean isFusible(Library.Shelf shelf, Member member) {
    return gathering.most() > 1
        && member.corpus().writing().isEmpty()
        && FusedProgram.obstacle(shelf.backbone().config(), member.trial().tuning()).isEmpty();
  }

  private TrialOutcome alone(Library.Shelf shelf, Member member) {
    TensorProgram program = compile(shelf, member, TensorProgram::compile);
    Material material = new Material(program, shelf, library.states());
    try (TrialRun run = new TrialRun(member, material, manager)) {
      return run.run();
    }
  }

  private List<TrialOutcome> together(Library.Shelf shelf, List<Member> members) {
    if (members.size() == 1) {
      return List.of(alone(shelf, members.getFirst()));
    }
    TensorProgram program = compile(shelf, members.getFirst(), FusedProgram::compile);
    return new Fusion(new Material(program, shelf, library.states()), manager).train(members);
  }

  /// What compiles a design.
  private interface Compiler {
    TensorProgram compile(
        BackboneConfig config,
        Tuning tuning,
        Head head,
        Map<String, List<Long>> backbone,
        Precision precision);
  }

  /// Compiles a trial's design; the head is what Hugging Face puts on a backbone of that family.
  private static TensorProgram compile(Library.Shelf shelf, Member member, Compiler compiler) {
    TrialSpec trial = member.trial();
    Corpus corpus = member.corpus();
    Map<String, List<Long>> shapes = shelf.backbone().shapes();
    Head head = head(shelf.backbone(), corpus);
    Optional.ofNullable(shelf.backbone().headTensors().get(head.out() + ".weight"))
        .ifPresent(own -> shapes.put(own.name(), own.shape()));
    Precision precision = trial.settings().precision().orElse(Precision.FLOAT32);
    return compiler.compile(shelf.backbone().config(), trial.tuning(), head, shapes, precision);
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
  @Override
  public void close() {
    library.close();
    manager.close();
  }

  /// Returns the number of sets of states of frozen layers that are kept.
  int keptStates() {
    return library.states().size();
  }

  /// Returns the number of those that live in files.
  long mappedStates() {
    return library.states().mapped();
  }

  /// Returns the device of this trainer.
  Device device() {
    return manager.getDevice();
  }
}
