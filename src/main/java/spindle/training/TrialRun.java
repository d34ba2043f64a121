package spindle.training;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import spindle.backbone.BackboneConfig;
import spindle.design.Precision;
import spindle.peft.Owner;
import spindle.peft.TrainableTensor;
import spindle.peft.Trainables;
import spindle.program.TensorProgram;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.study.WrittenText;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;
import spindle.training.writing.Writer;

/// One training from its first step to its score, on the calling thread.
///
/// Every random choice comes from the trial's seed by a name (`initial`, `epoch`), so the result
/// depends on nothing else.
final class TrialRun implements AutoCloseable {

  private final TrialSpec trial;
  private final TrialListener progress;
  private final Cancellation cancelled;
  private final Corpus corpus;
  private final TensorProgram program;
  private final NDManager manager;
  private final ScriptModule module;
  private final TrialArrays arrays;
  private final Passes passes;
  private final BackboneConfig config;
  private final Optional<StateCache.Lease> trainingStates;
  private final Optional<StateCache.Lease> scoredStates;
  private final Schedule schedule;
  private final Meter meter;
  private final long began = System.nanoTime();
  private int step;

  /// What a run works with, made by its trainer.
  ///
  /// @param corpus encoded texts
  /// @param program the compiled design
  /// @param shelf the backbone and its weights on the device
  /// @param states states of frozen layers that trials share
  record Material(Corpus corpus, TensorProgram program, Library.Shelf shelf, StateCache states) {

    /// Returns the states of some texts below the first trained layer, if it is not the very first.
    Optional<StateCache.Lease> lease(List<EncodedExample> texts, Precision precision) {
      if (program.firstTrained() == 0) {
        return Optional.empty();
      }
      int width = shelf.backbone().shape().hidden();
      return states.lease(
          new StateCache.Key(
              shelf.backbone().name(), program.firstTrained(), precision, width, texts));
    }
  }

  TrialRun(
      TrialSpec trial,
      TrialListener progress,
      Cancellation cancelled,
      Material material,
      NDManager device) {
    this.trial = trial;
    this.progress = progress;
    this.cancelled = cancelled;
    this.corpus = material.corpus();
    this.program = material.program();
    this.manager = device.newSubManager();
    this.module = ScriptModule.load(manager, program.text());
    DeviceWeights weights = material.shelf().weights();
    this.arrays = new TrialArrays(manager, program.trainables(), trial, weights::values);
    this.passes =
        new Passes(
                module,
                weights.list(program.frozen(), program.halves()),
                arrays.theta(),
                material.shelf().backbone().config().padId())
            .inBlocks(material.shelf().backbone().shape());
    this.config = material.shelf().backbone().config();
    Precision precision = trial.settings().precision().orElse(Precision.FLOAT32);
    this.trainingStates = material.lease(corpus.training(), precision);
    this.scoredStates = material.lease(corpus.scored(), precision);
    int batches = Math.ceilDiv(corpus.training().size(), trial.settings().batch());
    this.schedule = Schedule.of(batches * trial.settings().epochs(), trial.settings().warmup());
    this.meter = new Meter(trial, progress);
  }

  /// Trains and scores; want of memory is an outcome.
  TrialOutcome run() {
    try {
      return trainAndScore();
    } catch (EngineException e) {
      return EngineFailure.outcome(e, step);
    }
  }

  private TrialOutcome trainAndScore() {
    progress.started(trial, schedule.steps());
    if (!fill(trainingStates)) {
      return new TrialOutcome.Cancelled(step);
    }
    for (int epoch = 1; epoch <= trial.settings().epochs(); epoch++) {
      Optional<TrialOutcome> end = trainEpoch(epoch);
      if (end.isPresent()) {
        return end.get();
      }
    }
    Optional<Written> written = corpus.writing().flatMap(this::write);
    double score =
        corpus.writing().isEmpty() ? score() : written.map(Written::score).orElse(Double.NaN);
    if (cancelled.requested()) {
      return new TrialOutcome.Cancelled(step);
    }
    if (Double.isNaN(score)) {
      return new TrialOutcome.Diverged(step);
    }
    progress.scored(trial, trial.settings().epochs(), score);
    return scored(score, written.map(Written::first));
  }

  /// Returns what the trained decoder writes, unless a trained number is none or the trial was
  /// cancelled meanwhile.
  private Optional<Written> write(Corpus.Writing writing) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray sum = arrays.theta().sum();
      sum.attach(scope);
      if (!Float.isFinite(sum.getFloat())) {
        return Optional.empty();
      }
    }
    Writer writer = passes.writer(config, writing.decoding());
    return Written.of(corpus, writing, batch -> write(writer, batch), cancelled);
  }

  private List<int[]> write(Writer writer, Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      return passes.write(scope, writer, batch);
    }
  }

  private TrialOutcome scored(double score, Optional<List<WrittenText>> texts) {
    long head =
        program.trainables().stream()
            .filter(tensor -> tensor.owner() == Owner.HEAD)
            .mapToLong(TrainableTensor::size)
            .sum();
    return new TrialOutcome.Scored(
        corpus.task().metric(),
        score,
        meter.epochLoss(),
        Trainables.budgeted(program.trainables()),
        head,
        step,
        Duration.ofNanos(System.nanoTime() - began),
        texts);
  }

  private Optional<TrialOutcome> trainEpoch(int epoch) {
    RandomGenerator random = trial.seed().with("epoch", epoch).generator();
    meter.beginEpoch();
    Losses losses = new Losses(manager, List.of(meter));
    for (Batch batch : Batches.shuffled(corpus.training(), trial.settings().batch(), random)) {
      if (cancelled.requested()) {
        return Optional.of(new TrialOutcome.Cancelled(step));
      }
      step++;
      losses.add(step, trainStep(batch), List.of(batch.tokens()));
      if (losses.diverged(0).isPresent()) {
        break;
      }
    }
    losses.read();
    meter.report();
    OptionalInt diverged = losses.diverged(0);
    return diverged.isPresent()
        ? Optional.of(new TrialOutcome.Diverged(diverged.getAsInt()))
        : Optional.empty();
  }

  /// Takes a step and returns its loss, which belongs to the trial's manager.
  private NDArray trainStep(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray loss = scope.zeros(new Shape());
      for (Batch part : Batches.split(batch, trial.settings().microBatch())) {
        accumulate(part, (float) part.answers() / batch.answers(), loss);
      }
      List<NDArray> arguments = new ArrayList<>();
      arguments.add(scope.create(schedule.values(step, trial.settings().clip())));
      arguments.addAll(arrays.updated());
      TorchThread.withoutGradients(() -> module.call("update", arguments));
      loss.attach(manager);
      return loss;
    }
  }

  private void accumulate(Batch part, float share, NDArray loss) {
    try (NDManager scope = manager.newSubManager()) {
      loss.addi(passes.accumulate(scope, part, arrays.gradient(), share, states(trainingStates)));
    }
  }

  private static Optional<FrozenStates> states(Optional<StateCache.Lease> lease) {
    return lease.map(StateCache.Lease::states);
  }

  /// Computes the states that are missing; returns false if the trial was cancelled meanwhile.
  private boolean fill(Optional<StateCache.Lease> lease) {
    return lease.isEmpty()
        || lease.get().states().fill(batch -> keep(batch, lease.get().states()), cancelled);
  }

  private void keep(Batch batch, FrozenStates states) {
    try (NDManager scope = manager.newSubManager()) {
      passes.keep(scope, batch, states);
    }
  }

  /// Returns the score, or NaN if an output is not a number or the trial was cancelled meanwhile.
  private double score() {
    if (!fill(scoredStates)) {
      return Double.NaN;
    }
    Predictions predictions = new Predictions(corpus);
    for (Batch batch : Batches.sorted(corpus.scored(), Batches.TOKENS_WITHOUT_GRADIENT)) {
      if (cancelled.requested() || !predictions.areFinite()) {
        return Double.NaN;
      }
      predictions.add(batch.examples(), outputs(batch), 0);
    }
    return predictions.score();
  }

  private float[] outputs(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      return passes.outputs(scope, batch, states(scoredStates));
    }
  }

  @Override
  public void close() {
    trainingStates.ifPresent(StateCache.Lease::close);
    scoredStates.ifPresent(StateCache.Lease::close);
    arrays.close();
    module.close();
    manager.close();
  }
}
