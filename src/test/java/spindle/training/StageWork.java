package spindle.training;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import spindle.backbone.Backbone;
import spindle.design.LayerPlan;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.program.TensorProgram;
import spindle.study.TrialSpec;

/// Counts the floating-point operations of the matrix products that a worker computes for trials on
/// one corpus. States of frozen layers count once: for the first trial that asks for them.
final class StageWork {

  private final Backbone backbone;
  private final Head head;
  private final List<EncodedExample> training;
  private final List<EncodedExample> scored;
  private final Set<Kept> kept = new HashSet<>();

  private record Kept(int layers, Precision precision) {}

  StageWork(
      Backbone backbone, Head head, List<EncodedExample> training, List<EncodedExample> scored) {
    this.backbone = backbone;
    this.head = head;
    this.training = training;
    this.scored = scored;
  }

  /// Returns the operations of the next trial: its training and its scoring.
  long of(TrialSpec trial) {
    Precision precision = trial.settings().precision().orElse(Precision.FLOAT32);
    TensorProgram program =
        TensorProgram.compile(backbone.config(), trial.tuning(), head, Map.of(), precision);
    int first = program.firstTrained();
    EncoderWork work =
        new EncoderWork(backbone.shape(), plan(trial.tuning()), first, head.outputs());
    boolean shared = first > 0;
    long sum = shared && kept.add(new Kept(first, precision)) ? states(work) : 0;
    for (int epoch = 1; epoch <= trial.settings().epochs(); epoch++) {
      RandomGenerator random = trial.seed().with("epoch", epoch).generator();
      for (Batch batch : Batches.shuffled(training, trial.settings().batch(), random)) {
        for (Batch part : Batches.split(batch, trial.settings().microBatch())) {
          sum += inBlocks(part, block -> work.upperStep(block) + (shared ? 0 : work.lower(block)));
        }
      }
    }
    for (Batch batch : Batches.sorted(scored, Batches.TOKENS_WITHOUT_GRADIENT)) {
      sum += inBlocks(batch, block -> work.upper(block) + (shared ? 0 : work.lower(block)));
    }
    return sum;
  }

  private static long inBlocks(Batch batch, ToLongFunction<Batch> work) {
    return Blocks.SEVERAL.of(batch).stream().mapToLong(work).sum();
  }

  private long states(EncoderWork work) {
    return List.of(training, scored).stream()
        .flatMap(texts -> Batches.sorted(texts, Batches.TOKENS_WITHOUT_GRADIENT).stream())
        .mapToLong(batch -> inBlocks(batch, work::lower))
        .sum();
  }

  private static LayerPlan plan(Tuning tuning) {
    return switch (tuning) {
      case Tuning.Modules modules -> modules.plan();
      case Tuning.Full() -> throw new IllegalArgumentException("a stage trains modules");
    };
  }
}
