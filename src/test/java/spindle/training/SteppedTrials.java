package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import spindle.Resources;
import spindle.backbone.Backbone;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.peft.TrainableTensor;
import spindle.program.FusedProgram;
import spindle.program.TensorProgram;
import spindle.study.LearningRates;
import spindle.study.Seed;
import spindle.study.TrainingSettings;
import spindle.study.TrialSpec;
import spindle.task.Split;
import spindle.task.TaskSource;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;

/// Some steps of trials of one design that differ in seeds, learning rates, texts and numbers of
/// texts, each alone or all together.
final class SteppedTrials implements AutoCloseable {

  private static final int STEPS = 3;

  private final NDManager manager = Devices.open("cpu");
  private final Backbone backbone;
  private final DeviceWeights weights;
  private final TensorProgram alone;
  private final TensorProgram fused;
  private final boolean broken;

  /// Opens a random backbone of the bundled cases, such as `bert`.
  ///
  /// @param broken whether a label of the second trial is not a number in the second step
  SteppedTrials(String family, Tuning tuning, Head.Loss loss, Precision precision, boolean broken) {
    TorchThread.prepare();
    this.broken = broken;
    backbone = Backbone.open(family, Resources.path("/spindle/parity/" + family + "/backbone"));
    weights = new DeviceWeights(manager, backbone.tensors());
    Map<String, List<Long>> shapes = backbone.shapes();
    int outputs = loss == Head.Loss.REGRESSION ? 1 : 3;
    Optional<String> dense = Optional.of(family.equals("bert") ? "pooler.dense" : "head.dense");
    Head head = new Head(outputs, loss, dense, "head.out");
    alone = TensorProgram.compile(backbone.config(), tuning, head, shapes, precision);
    fused = FusedProgram.compile(backbone.config(), tuning, head, shapes, precision);
  }

  /// What a trial gives.
  ///
  /// @param losses of its steps
  /// @param moved how far each of its scalars went
  record Trained(List<Double> losses, List<Float> moved) {}

  List<TrainableTensor> trainables() {
    return alone.trainables();
  }

  /// Trains each of some trials alone.
  List<Trained> alone(int trials) {
    return IntStream.range(0, trials).mapToObj(this::one).toList();
  }

  private Trained one(int trial) {
    try (NDManager scope = manager.newSubManager();
        ScriptModule module = ScriptModule.load(scope, alone.text());
        TrialArrays arrays =
            TrialArrays.of(scope, alone.trainables(), spec(trial), weights::values)) {
      Passes passes = passes(module, alone, arrays.theta());
      float[] before = arrays.theta().toFloatArray();
      List<Double> losses = new ArrayList<>();
      for (int step = 1; step <= STEPS; step++) {
        Batch batch = new Batch(texts(trial, step));
        NDArray loss = passes.accumulate(scope, batch, arrays.gradient(), 1, Optional.empty());
        losses.add((double) loss.getFloat());
        update(scope, module, step, arrays.updated());
      }
      return new Trained(losses, moved(before, arrays.theta().toFloatArray()));
    }
  }

  /// Trains some trials together.
  List<Trained> together(int trials) {
    List<TrialSpec> specs = IntStream.range(0, trials).mapToObj(this::spec).toList();
    try (NDManager scope = manager.newSubManager();
        ScriptModule module = ScriptModule.load(scope, fused.text());
        TrialArrays arrays =
            TrialArrays.stacked(scope, fused.trainables(), specs, weights::values)) {
      Passes passes = passes(module, fused, arrays.theta());
      float[] before = arrays.theta().toFloatArray();
      List<List<Double>> losses = new ArrayList<>();
      specs.forEach(_ -> losses.add(new ArrayList<>()));
      for (int step = 1; step <= STEPS; step++) {
        int now = step;
        List<List<EncodedExample>> texts =
            IntStream.range(0, trials).mapToObj(trial -> texts(trial, now)).toList();
        SideBySide batch = new SideBySide(texts, texts.stream().map(List::size).toList());
        float[] each =
            passes.accumulate(scope, batch, arrays.gradient(), Optional.empty()).toFloatArray();
        IntStream.range(0, trials).forEach(trial -> losses.get(trial).add((double) each[trial]));
        update(scope, module, step, arrays.updated());
      }
      List<Float> moved = moved(before, arrays.theta().toFloatArray());
      int size = moved.size() / trials;
      return IntStream.range(0, trials)
          .mapToObj(trial ->
              new Trained(losses.get(trial), moved.subList(trial * size, (trial + 1) * size)))
          .toList();
    }
  }

  private Passes passes(ScriptModule module, TensorProgram program, NDArray theta) {
    return new Passes(
        module, weights.list(program.frozen(), program.halves()), theta, backbone.config());
  }

  private static void update(
      NDManager scope, ScriptModule module, int step, List<NDArray> updated) {
    List<NDArray> arguments = new ArrayList<>();
    arguments.add(scope.create(new Schedule(STEPS + 1, 1).values(step, 0.5)));
    arguments.addAll(updated);
    TorchThread.withoutGradients(() -> module.call("update", arguments));
  }

  private static List<Float> moved(float[] before, float[] after) {
    return IntStream.range(0, after.length).mapToObj(i -> after[i] - before[i]).toList();
  }

  /// Returns the texts of a step: five, but three in the second step of every other trial.
  private List<EncodedExample> texts(int trial, int step) {
    SplittableRandom random = new SplittableRandom(100L * trial + step);
    int count = trial % 2 == 1 && step == 2 ? 3 : 5;
    return IntStream.range(0, count)
        .mapToObj(i -> {
          int length = 4 + random.nextInt(8);
          int[] ids = random.ints(length, 3, backbone.config().vocabulary()).toArray();
          double label = broken && trial == 1 && step == 2 ? Double.NaN : i % 3;
          return new EncodedExample(ids, new int[length], label);
        })
        .toList();
  }

  private TrialSpec spec(int trial) {
    double rate = 1e-3 * (1 + trial);
    LearningRates rates = new LearningRates(rate, rate, 2 * rate, rate, rate / 2, rate);
    return new TrialSpec(
        "trial " + trial,
        "tiny",
        new Tuning.Full(),
        new TaskSource.Practice("reviews"),
        new TrainingSettings(1, 1, 1, 1, 32, rates, 0, 0.01, 1),
        new Seed(1 + trial),
        new Seed(1),
        Split.CONFIRMATION);
  }

  @Override
  public void close() {
    weights.close();
    manager.close();
    backbone.close();
  }
}
