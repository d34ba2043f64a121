package spindle.training;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import spindle.peft.Owner;
import spindle.peft.TrainableTensor;
import spindle.peft.Trainables;
import spindle.program.TensorProgram;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;

/// One training from its first step to its score, on the calling thread.
///
/// Every random choice comes from the trial's seed by a name (`initial`, `epoch`), so the result
/// depends on nothing else.
final class TrialRun implements AutoCloseable {

  private static final int TOKENS_WHEN_SCORING = 4096;

  private final TrialSpec trial;
  private final TrialListener progress;
  private final Cancellation cancelled;
  private final Corpus corpus;
  private final TensorProgram program;
  private final int padding;
  private final NDManager manager;
  private final ScriptModule module;
  private final List<NDArray> frozen;
  private final TrialArrays arrays;
  private final Schedule schedule;
  private final Meter meter;
  private final long began = System.nanoTime();
  private int step;

  /// What a run works with, made by its trainer.
  ///
  /// @param corpus encoded texts
  /// @param program the compiled design
  /// @param weights the backbone on the device
  /// @param padding id of the padding token
  record Material(Corpus corpus, TensorProgram program, DeviceWeights weights, int padding) {}

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
    this.padding = material.padding();
    this.manager = device.newSubManager();
    this.module = ScriptModule.load(manager, program.text());
    this.frozen = material.weights().list(program.frozen());
    this.arrays = new TrialArrays(manager, program.trainables(), trial, material.weights()::values);
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
    for (int epoch = 1; epoch <= trial.settings().epochs(); epoch++) {
      Optional<TrialOutcome> end = trainEpoch(epoch);
      if (end.isPresent()) {
        return end.get();
      }
    }
    double score = score();
    if (cancelled.requested()) {
      return new TrialOutcome.Cancelled(step);
    }
    if (Double.isNaN(score)) {
      return new TrialOutcome.Diverged(step);
    }
    progress.scored(trial, trial.settings().epochs(), score);
    return scored(score);
  }

  private TrialOutcome scored(double score) {
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
        Duration.ofNanos(System.nanoTime() - began));
  }

  private Optional<TrialOutcome> trainEpoch(int epoch) {
    RandomGenerator random = trial.seed().with("epoch", epoch).generator();
    meter.beginEpoch();
    for (Batch batch : Batches.shuffled(corpus.training(), trial.settings().batch(), random)) {
      if (cancelled.requested()) {
        return Optional.of(new TrialOutcome.Cancelled(step));
      }
      step++;
      double loss = trainStep(batch);
      if (!Double.isFinite(loss)) {
        return Optional.of(new TrialOutcome.Diverged(step));
      }
      meter.add(step, loss, batch.tokens());
    }
    meter.report();
    return Optional.empty();
  }

  private double trainStep(Batch batch) {
    double loss = 0;
    try (NDManager scope = manager.newSubManager()) {
      for (Batch part : Batches.split(batch, trial.settings().microBatch())) {
        loss += accumulate(part, (float) part.size() / batch.size());
      }
      List<NDArray> arguments = new ArrayList<>();
      arguments.add(scope.create(schedule.values(step, trial.settings().clip())));
      arguments.addAll(arrays.updated());
      TorchThread.withoutGradients(() -> module.call("update", arguments));
    }
    return loss;
  }

  private double accumulate(Batch part, float share) {
    try (NDManager scope = manager.newSubManager()) {
      BatchArrays batch = BatchArrays.of(scope, part, padding);
      List<NDArray> arguments = new ArrayList<>(batch.inputs());
      arguments.add(batch.labels());
      arguments.add(scope.create(share));
      arguments.add(arrays.theta());
      arguments.add(arrays.gradient());
      return module.call("accumulate", arguments, frozen).getFloat();
    }
  }

  /// Returns the score, or NaN if an output is not a number or the trial was cancelled meanwhile.
  private double score() {
    List<Double> predictions = new ArrayList<>(corpus.scored().size());
    List<Double> labels = new ArrayList<>(corpus.scored().size());
    for (Batch batch : Batches.sorted(corpus.scored(), TOKENS_WHEN_SCORING)) {
      if (cancelled.requested()) {
        return Double.NaN;
      }
      float[] outputs = outputs(batch);
      for (float output : outputs) {
        if (!Float.isFinite(output)) {
          return Double.NaN;
        }
      }
      for (int row = 0; row < batch.size(); row++) {
        predictions.add(corpus.prediction(outputs, row));
        labels.add(batch.examples().get(row).label());
      }
    }
    return corpus.task().metric().of(predictions, labels);
  }

  private float[] outputs(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      List<NDArray> arguments = new ArrayList<>(BatchArrays.of(scope, batch, padding).inputs());
      arguments.add(arrays.theta());
      return TorchThread.withoutGradients(() -> module.call("logits", arguments, frozen))
          .toFloatArray();
    }
  }

  @Override
  public void close() {
    arrays.close();
    module.close();
    manager.close();
  }
}
