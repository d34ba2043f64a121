package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import spindle.design.Precision;
import spindle.peft.Owner;
import spindle.peft.TrainableTensor;
import spindle.peft.Trainables;
import spindle.program.TensorProgram;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.study.WrittenText;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;

/// A compiled design on a device while one trial trains it, or several of equal structure at once:
/// its vectors, its steps, and the kept states of frozen layers that it reads.
final class TrainedProgram implements AutoCloseable {

  private final TensorProgram program;
  private final TrainingSettings settings;
  private final Schedule schedule;
  private final NDManager manager;
  private final List<StateCache.Lease> leases = new ArrayList<>();
  private final ScriptModule module;
  private final TrialArrays arrays;
  private final Passes passes;
  private final Optional<FrozenStates> trainingStates;
  private final Optional<FrozenStates> scoredStates;
  private final long began = System.nanoTime();
  private int step;

  /// Puts a program on a device.
  ///
  /// @param members at least one, all of one structure as [Structure] says
  /// @param vectors makes the vectors of the trials in a child of a manager
  /// @throws ai.djl.engine.EngineException if memory does not suffice; none is kept then
  TrainedProgram(
      Material material,
      List<Member> members,
      NDManager device,
      Function<NDManager, TrialArrays> vectors) {
    Member first = members.getFirst();
    program = material.program();
    settings = first.trial().settings();
    int batches = Math.ceilDiv(first.corpus().training().size(), settings.batch());
    schedule = Schedule.of(batches * settings.epochs(), settings.warmup());
    manager = device.newSubManager();
    try {
      module = ScriptModule.load(manager, program.text());
      arrays = vectors.apply(manager);
      DeviceWeights weights = material.shelf().weights();
      passes =
          new Passes(
              module,
              weights.list(program.frozen(), program.halves()),
              arrays.theta(),
              material.shelf().backbone().config());
      List<Corpus> corpora = members.stream().map(Member::corpus).toList();
      trainingStates = lease(material, corpora.stream().map(Corpus::training).toList());
      scoredStates = lease(material, corpora.stream().map(Corpus::scored).toList());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Optional<FrozenStates> lease(Material material, List<List<EncodedExample>> texts) {
    Precision precision = settings.precision().orElse(Precision.FLOAT32);
    Optional<StateCache.Lease> lease = material.lease(texts, precision);
    lease.ifPresent(leases::add);
    return lease.map(StateCache.Lease::states);
  }

  /// Returns the settings that the trials have in common.
  TrainingSettings settings() {
    return settings;
  }

  /// Returns the steps of each trial.
  int steps() {
    return schedule.steps();
  }

  /// Returns the last step that was begun, 0 before the first.
  int step() {
    return step;
  }

  /// Returns the manager of all that lives as long as the program is here.
  NDManager manager() {
    return manager;
  }

  /// Returns the passes.
  Passes passes() {
    return passes;
  }

  /// Returns the trained scalars.
  NDArray theta() {
    return arrays.theta();
  }

  /// Returns the gradient that is being gathered.
  NDArray gradient() {
    return arrays.gradient();
  }

  /// Returns the states of the texts that are trained on; [#fill] computes them.
  Optional<FrozenStates> trainingStates() {
    return trainingStates;
  }

  /// Returns the states of the texts that are scored; [#fill] computes them.
  Optional<FrozenStates> scoredStates() {
    return scoredStates;
  }

  /// Computes the states that are missing; returns false if cancelled meanwhile.
  boolean fill(Optional<FrozenStates> states, Cancellation cancelled) {
    return states.isEmpty() || states.get().fill(batch -> keep(batch, states.get()), cancelled);
  }

  private void keep(Batch batch, FrozenStates states) {
    try (NDManager scope = manager.newSubManager()) {
      passes.keep(scope, batch, states);
    }
  }

  /// A micro-batch of a step.
  @FunctionalInterface
  interface Part {

    /// Adds its gradient and returns its part of the loss.
    NDArray accumulate(NDManager scope);
  }

  /// Takes a step and returns its loss, which belongs to the manager of this program.
  ///
  /// @param loss its shape
  NDArray take(Shape loss, List<Part> parts) {
    step++;
    try (NDManager scope = manager.newSubManager()) {
      NDArray sum = scope.zeros(loss);
      parts.forEach(part -> add(part, sum));
      List<NDArray> arguments = new ArrayList<>();
      arguments.add(scope.create(schedule.values(step, settings.clip())));
      arguments.addAll(arrays.updated());
      TorchThread.withoutGradients(() -> module.call("update", arguments));
      sum.attach(manager);
      return sum;
    }
  }

  private void add(Part part, NDArray sum) {
    try (NDManager scope = manager.newSubManager()) {
      sum.addi(part.accumulate(scope));
    }
  }

  /// Returns the outputs of a batch of scored texts, row by row.
  float[] outputs(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      return passes.outputs(scope, batch, scoredStates);
    }
  }

  /// Returns how a trial ended that came to its score, after its listener heard of it.
  ///
  /// @param score NaN if a number of its was none
  /// @param texts the first that it wrote, if it writes
  TrialOutcome end(Member member, Meter meter, double score, Optional<List<WrittenText>> texts) {
    if (Double.isNaN(score)) {
      return new TrialOutcome.Diverged(step);
    }
    member.progress().scored(member.trial(), settings.epochs(), score);
    long head =
        program.trainables().stream()
            .filter(tensor -> tensor.owner() == Owner.HEAD)
            .mapToLong(TrainableTensor::size)
            .sum();
    return new TrialOutcome.Scored(
        member.corpus().task().metric(),
        score,
        meter.epochLoss(),
        Trainables.budgeted(program.trainables()),
        head,
        step,
        Duration.ofNanos(System.nanoTime() - began),
        texts);
  }

  @Override
  public void close() {
    leases.forEach(StateCache.Lease::close);
    manager.close();
  }
}
