package spindle.training;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import spindle.backbone.BackboneConfig;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.training.writing.Writer;

/// One training from its first step to its score, on the calling thread.
///
/// Every random choice comes from the trial's seed by a name (`initial`, `epoch`), so the result
/// depends on nothing else.
final class TrialRun implements AutoCloseable {

  private final Member member;
  private final TrialSpec trial;
  private final Corpus corpus;
  private final BackboneConfig config;
  private final TrainedProgram program;
  private final Meter meter;

  /// Prepares a run.
  ///
  /// @throws EngineException if memory does not suffice
  TrialRun(Member member, Material material, NDManager device) {
    this.member = member;
    this.trial = member.trial();
    this.corpus = member.corpus();
    this.config = material.shelf().backbone().config();
    this.program =
        new TrainedProgram(
            material,
            List.of(member),
            device,
            manager ->
                TrialArrays.of(manager, material.program().trainables(), trial, material::values));
    this.meter = new Meter(trial, member.progress());
  }

  /// Trains and scores; want of memory is an outcome.
  TrialOutcome run() {
    try {
      return trainAndScore();
    } catch (EngineException e) {
      return EngineFailure.outcome(e, program.step());
    }
  }

  private TrialOutcome trainAndScore() {
    member.progress().started(trial, program.steps());
    if (!program.fill(program.trainingStates(), member.cancelled())) {
      return new TrialOutcome.Cancelled(program.step());
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
    if (member.cancelled().requested()) {
      return new TrialOutcome.Cancelled(program.step());
    }
    return program.end(member, meter, score, written.map(Written::first));
  }

  /// Returns what the trained decoder writes, unless a trained number is none or the trial was
  /// cancelled meanwhile.
  private Optional<Written> write(Corpus.Writing writing) {
    try (NDManager scope = program.manager().newSubManager()) {
      NDArray sum = program.theta().sum();
      sum.attach(scope);
      if (!Float.isFinite(sum.getFloat())) {
        return Optional.empty();
      }
    }
    Writer writer = program.passes().writer(config, writing.decoding());
    return Written.of(corpus, writing, batch -> write(writer, batch), member.cancelled());
  }

  private List<int[]> write(Writer writer, Batch batch) {
    try (NDManager scope = program.manager().newSubManager()) {
      return program.passes().write(scope, writer, batch);
    }
  }

  private Optional<TrialOutcome> trainEpoch(int epoch) {
    RandomGenerator random = trial.seed().with("epoch", epoch).generator();
    meter.beginEpoch();
    Losses losses = new Losses(program.manager(), List.of(meter));
    for (Batch batch : Batches.shuffled(corpus.training(), trial.settings().batch(), random)) {
      if (member.cancelled().requested()) {
        return Optional.of(new TrialOutcome.Cancelled(program.step()));
      }
      NDArray loss = trainStep(batch);
      losses.add(program.step(), loss, List.of(batch.tokens()));
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

  private NDArray trainStep(Batch batch) {
    List<Batch> parts = Batches.split(batch, trial.settings().microBatch());
    return program.take(
        new Shape(),
        parts.stream().map(part -> part(part, (float) part.answers() / batch.answers())).toList());
  }

  private TrainedProgram.Part part(Batch part, float share) {
    return scope ->
        program
            .passes()
            .accumulate(scope, part, program.gradient(), share, program.trainingStates());
  }

  /// Returns the score, or NaN if an output is not a number or the trial was cancelled meanwhile.
  private double score() {
    if (!program.fill(program.scoredStates(), member.cancelled())) {
      return Double.NaN;
    }
    Predictions predictions = new Predictions(corpus);
    for (Batch batch : Batches.sorted(corpus.scored(), Batches.TOKENS_WITHOUT_GRADIENT)) {
      if (member.cancelled().requested() || !predictions.areFinite()) {
        return Double.NaN;
      }
      predictions.add(batch.examples(), program.outputs(batch), 0);
    }
    return predictions.score();
  }

  @Override
  public void close() {
    program.close();
  }
}
