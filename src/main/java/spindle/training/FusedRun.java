package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;

/// The training of several trials of equal structure from their first step to their scores, in one
/// call a step, on the calling thread.
///
/// Each trial makes the choices that it makes alone, from its own seed, and its gradient is its
/// own; only the last digits of its numbers depend on the others. One that diverges or is cancelled
/// leaves the others going.
final class FusedRun implements AutoCloseable {

  private final List<Member> members;
  private final TrainingSettings settings;
  private final TrainedProgram program;
  private final List<Meter> meters;
  private final List<Optional<TrialOutcome>> ends = new ArrayList<>();

  /// Prepares a run.
  ///
  /// @param members at least one, all of one structure as [Structure] says
  /// @param material its program as [spindle.program.FusedProgram] compiles it
  /// @throws ai.djl.engine.EngineException if memory does not suffice
  FusedRun(List<Member> members, Material material, NDManager device) {
    this.members = List.copyOf(members);
    this.settings = members.getFirst().trial().settings();
    this.program =
        new TrainedProgram(
            material,
            members,
            device,
            manager ->
                TrialArrays.stacked(
                    manager,
                    material.program().trainables(),
                    members.stream().map(Member::trial).toList(),
                    material::values));
    this.meters = members.stream().map(m -> new Meter(m.trial(), m.progress())).toList();
    members.forEach(_ -> ends.add(Optional.empty()));
  }

  /// Trains and scores; returns how each trial ended, in order.
  ///
  /// @throws ai.djl.engine.EngineException if memory does not suffice
  List<TrialOutcome> run() {
    members.forEach(member -> member.progress().started(member.trial(), program.steps()));
    boolean filled = fill(program.trainingStates());
    for (int epoch = 1; filled && running() && epoch <= settings.epochs(); epoch++) {
      trainEpoch(epoch);
    }
    if (running() && fill(program.scoredStates())) {
      score();
    }
    return ends.stream()
        .map(end -> end.orElse(new TrialOutcome.Cancelled(program.step())))
        .toList();
  }

  private boolean running() {
    return ends.stream().anyMatch(Optional::isEmpty);
  }

  /// Ends the trials that were cancelled, and says whether one is still running.
  private boolean goesOn() {
    for (int trial = 0; trial < members.size(); trial++) {
      if (ends.get(trial).isEmpty() && members.get(trial).cancelled().requested()) {
        ends.set(trial, Optional.of(new TrialOutcome.Cancelled(program.step())));
      }
    }
    return running();
  }

  private void trainEpoch(int epoch) {
    meters.forEach(Meter::beginEpoch);
    Losses losses = new Losses(program.manager(), meters);
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
      losses.add(program.step(), loss, these.stream().map(Batch::tokens).toList());
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

  /// Takes a step and returns each trial's loss, `(K)`.
  private NDArray trainStep(List<Batch> batches) {
    List<Integer> sizes = batches.stream().map(Batch::size).toList();
    List<List<Batch>> split =
        batches.stream().map(batch -> Batches.split(batch, settings.microBatch())).toList();
    int most =
        IntStream.range(0, split.size())
            .filter(trial -> ends.get(trial).isEmpty())
            .map(trial -> split.get(trial).size())
            .max()
            .orElseThrow();
    return program.take(
        new Shape(members.size()),
        IntStream.range(0, most)
            .mapToObj(number -> part(new SideBySide(texts(split, number), sizes)))
            .toList());
  }

  private TrainedProgram.Part part(SideBySide part) {
    return scope ->
        program.passes().accumulate(scope, part, program.gradient(), program.trainingStates());
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
  private List<List<EncodedExample>> texts(List<List<Batch>> batches, int number) {
    return IntStream.range(0, batches.size())
        .mapToObj(trial ->
            ends.get(trial).isPresent() || number >= batches.get(trial).size()
                ? List.<EncodedExample>of()
                : batches.get(trial).get(number).examples())
        .toList();
  }

  private boolean fill(Optional<FrozenStates> states) {
    return program.fill(states, () -> !goesOn());
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
      List<List<EncodedExample>> texts = texts(batches, index);
      if (texts.stream().anyMatch(part -> !part.isEmpty())) {
        read(SideBySide.of(texts), texts, predictions);
      }
    }
    for (int trial = 0; trial < members.size(); trial++) {
      Member member = members.get(trial);
      if (ends.get(trial).isEmpty() && !member.cancelled().requested()) {
        double score = predictions.get(trial).score();
        ends.set(
            trial, Optional.of(program.end(member, meters.get(trial), score, Optional.empty())));
      }
    }
  }

  private void read(
      SideBySide part, List<List<EncodedExample>> texts, List<Predictions> predictions) {
    float[] outputs = program.outputs(part.batch());
    for (int trial = 0; trial < texts.size(); trial++) {
      predictions.get(trial).add(texts.get(trial), outputs, part.place(trial, 0));
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
