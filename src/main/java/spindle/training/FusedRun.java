package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import spindle.design.Precision;
import spindle.peft.Owner;
import spindle.peft.TrainableTensor;
import spindle.peft.Trainables;
import spindle.program.TensorProgram;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;

/// The training of several trials of equal structure from their first step to their scores, in one
/// call a step, on the calling thread.
///
/// Each trial makes the choices that it makes alone, from its own seed, and its gradient is its
/// own; only the last digits of its numbers depend on the others. One that diverges or is cancelled
/// leaves the others going.
final class FusedRun implements AutoCloseable {

  private final List<Member> members;
  private final TrainingSettings settings;
  private final TensorProgram program;
  private final NDManager manager;
  private final ScriptModule module;
  private final FusedArrays arrays;
  private final Passes passes;
  private final Optional<StateCache.Lease> trainingStates;
  private final Optional<StateCache.Lease> scoredStates;
  private final Schedule schedule;
  private final List<Meter> meters;
  private final List<Optional<TrialOutcome>> ends = new ArrayList<>();
  private final long began = System.nanoTime();
  private int step;

  /// What a run works with, made by its trainer.
  ///
  /// @param program the compiled design, as [spindle.program.FusedProgram] compiles it
  /// @param shelf the backbone and its weights on the device
  /// @param states states of frozen layers; used if all trials read the same texts
  record Material(TensorProgram program, Library.Shelf shelf, StateCache states) {

    private Optional<StateCache.Lease> lease(
        List<List<EncodedExample>> texts, Precision precision) {
      boolean same = texts.stream().allMatch(texts.getFirst()::equals);
      if (!same || program.firstTrained() == 0) {
        return Optional.empty();
      }
      int width = shelf.backbone().shape().hidden();
      return states.lease(
          new StateCache.Key(
              shelf.backbone().name(), program.firstTrained(), precision, width, texts.getFirst()));
    }
  }

  /// Prepares a run.
  ///
  /// @param members at least one, all of one structure as [Structure] says
  FusedRun(List<Member> members, Material material, NDManager device) {
    this.members = List.copyOf(members);
    this.settings = members.getFirst().trial().settings();
    this.program = material.program();
    this.manager = device.newSubManager();
    this.module = ScriptModule.load(manager, program.text());
    DeviceWeights weights = material.shelf().weights();
    this.arrays =
        new FusedArrays(
            manager,
            program.trainables(),
            members.stream().map(Member::trial).toList(),
            weights::values);
    this.passes =
        new Passes(
            module,
            weights.list(program.frozen(), program.halves()),
            arrays.theta(),
            material.shelf().backbone().config().padId());
    Precision precision = settings.precision().orElse(Precision.FLOAT32);
    this.trainingStates = material.lease(texts(Corpus::training), precision);
    this.scoredStates = material.lease(texts(Corpus::scored), precision);
    int batches = Math.ceilDiv(corpus(0).training().size(), settings.batch());
    this.schedule = Schedule.of(batches * settings.epochs(), settings.warmup());
    this.meters = members.stream().map(m -> new Meter(m.trial(), m.progress())).toList();
    members.forEach(_ -> ends.add(Optional.empty()));
  }

  private List<List<EncodedExample>> texts(Function<Corpus, List<EncodedExample>> kind) {
    return members.stream().map(Member::corpus).map(kind).toList();
  }

  private Corpus corpus(int trial) {
    return members.get(trial).corpus();
  }

  /// Trains and scores; returns how each trial ended, in order.
  ///
  /// @throws ai.djl.engine.EngineException if memory does not suffice
  List<TrialOutcome> run() {
    members.forEach(member -> member.progress().started(member.trial(), schedule.steps()));
    boolean filled = fill(trainingStates);
    for (int epoch = 1; filled && running() && epoch <= settings.epochs(); epoch++) {
      trainEpoch(epoch);
    }
    if (running() && fill(scoredStates)) {
      score();
    }
    return ends.stream().map(end -> end.orElse(new TrialOutcome.Cancelled(step))).toList();
  }

  private boolean running() {
    return ends.stream().anyMatch(Optional::isEmpty);
  }

  /// Ends the trials that were cancelled, and says whether one is still running.
  private boolean goesOn() {
    for (int trial = 0; trial < members.size(); trial++) {
      if (ends.get(trial).isEmpty() && members.get(trial).cancelled().requested()) {
        ends.set(trial, Optional.of(new TrialOutcome.Cancelled(step)));
      }
    }
    return running();
  }

  private void trainEpoch(int epoch) {
    meters.forEach(Meter::beginEpoch);
    Losses losses = new Losses(manager, meters);
    List<List<Batch>> batches =
        members.stream()
            .map(member ->
                Batches.shuffled(
                    member.corpus().training(),
                    settings.batch(),
                    member.trial().seed().with("epoch", epoch).generator()))
            .toList();
    for (int index = 0; index < batches.getFirst().size() && goesOn(); index++) {
      int now = index;
      List<Batch> these = batches.stream().map(each -> each.get(now)).toList();
      NDArray loss = trainStep(these);
      losses.add(step, loss, these.stream().map(Batch::tokens).toList());
      endDiverged(losses);
    }
    losses.read();
    endDiverged(losses);
    for (int trial = 0; trial < members.size(); trial++) {
      if (ends.get(trial).isEmpty()) {
        meters.get(trial).report();
      }
    }
  }

  /// Takes a step and returns each trial's loss, `(K)`, which belongs to the run's manager.
  private NDArray trainStep(List<Batch> batches) {
    step++;
    List<Integer> sizes = batches.stream().map(Batch::size).toList();
    List<List<Batch>> parts =
        batches.stream().map(batch -> Batches.split(batch, settings.microBatch())).toList();
    int most =
        IntStream.range(0, parts.size())
            .filter(trial -> ends.get(trial).isEmpty())
            .map(trial -> parts.get(trial).size())
            .max()
            .orElseThrow();
    try (NDManager scope = manager.newSubManager()) {
      NDArray loss = scope.zeros(new Shape(members.size()));
      for (int part = 0; part < most; part++) {
        accumulate(new SideBySide(part(parts, part), sizes), loss);
      }
      List<NDArray> arguments = new ArrayList<>();
      arguments.add(scope.create(schedule.values(step, settings.clip())));
      arguments.addAll(arrays.updated());
      TorchThread.withoutGradients(() -> module.call("update", arguments));
      loss.attach(manager);
      return loss;
    }
  }

  private void endDiverged(Losses losses) {
    for (int trial = 0; trial < members.size(); trial++) {
      OptionalInt diverged = losses.diverged(trial);
      if (ends.get(trial).isEmpty() && diverged.isPresent()) {
        ends.set(trial, Optional.of(new TrialOutcome.Diverged(diverged.getAsInt())));
      }
    }
  }

  /// Returns a part of each trial's batches, none of one that has fewer or has ended.
  private List<List<EncodedExample>> part(List<List<Batch>> batches, int number) {
    return IntStream.range(0, batches.size())
        .mapToObj(trial ->
            ends.get(trial).isPresent() || number >= batches.get(trial).size()
                ? List.<EncodedExample>of()
                : batches.get(trial).get(number).examples())
        .toList();
  }

  private void accumulate(SideBySide part, NDArray loss) {
    try (NDManager scope = manager.newSubManager()) {
      loss.addi(passes.accumulate(scope, part, arrays.gradient(), states(trainingStates)));
    }
  }

  private static Optional<FrozenStates> states(Optional<StateCache.Lease> lease) {
    return lease.map(StateCache.Lease::states);
  }

  private boolean fill(Optional<StateCache.Lease> lease) {
    return lease.isEmpty()
        || lease.get().states().fill(batch -> keep(batch, lease.get().states()), () -> !goesOn());
  }

  private void keep(Batch batch, FrozenStates states) {
    try (NDManager scope = manager.newSubManager()) {
      passes.keep(scope, batch, states);
    }
  }

  private void score() {
    List<Predictions> predictions =
        members.stream().map(member -> new Predictions(member.corpus())).toList();
    List<List<Batch>> batches =
        members.stream()
            .map(
                member -> Batches.sorted(member.corpus().scored(), Batches.TOKENS_WITHOUT_GRADIENT))
            .toList();
    int most = batches.stream().mapToInt(List::size).max().orElseThrow();
    for (int index = 0; index < most && goesOn(); index++) {
      List<List<EncodedExample>> texts = part(batches, index);
      if (texts.stream().anyMatch(part -> !part.isEmpty())) {
        read(SideBySide.of(texts), texts, predictions);
      }
    }
    for (int trial = 0; trial < members.size(); trial++) {
      if (ends.get(trial).isEmpty() && !members.get(trial).cancelled().requested()) {
        ends.set(trial, Optional.of(scored(trial, predictions.get(trial))));
      }
    }
  }

  private void read(
      SideBySide part, List<List<EncodedExample>> texts, List<Predictions> predictions) {
    try (NDManager scope = manager.newSubManager()) {
      float[] outputs = passes.outputs(scope, part.batch(), states(scoredStates));
      for (int trial = 0; trial < texts.size(); trial++) {
        predictions.get(trial).add(texts.get(trial), outputs, part.place(trial, 0));
      }
    }
  }

  private TrialOutcome scored(int trial, Predictions predictions) {
    double score = predictions.score();
    if (Double.isNaN(score)) {
      return new TrialOutcome.Diverged(step);
    }
    Member member = members.get(trial);
    member.progress().scored(member.trial(), settings.epochs(), score);
    long head =
        program.trainables().stream()
            .filter(tensor -> tensor.owner() == Owner.HEAD)
            .mapToLong(TrainableTensor::size)
            .sum();
    return new TrialOutcome.Scored(
        member.corpus().task().metric(),
        score,
        meters.get(trial).epochLoss(),
        Trainables.budgeted(program.trainables()),
        head,
        step,
        Duration.ofNanos(System.nanoTime() - began));
  }

  /// Returns the trained scalars of each trial.
  List<float[]> trained() {
    float[] all = arrays.theta().toFloatArray();
    int size = all.length / members.size();
    return IntStream.range(0, members.size())
        .mapToObj(trial -> Arrays.copyOfRange(all, trial * size, (trial + 1) * size))
        .toList();
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
