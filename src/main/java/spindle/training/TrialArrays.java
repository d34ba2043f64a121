package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import spindle.peft.TrainableTensor;
import spindle.study.LearningRates;
import spindle.study.Seed;
import spindle.study.TrialSpec;

/// The vectors that change while trials run, and the rates and decays of their scalars: `(N)` of
/// one trial, `(K, N)` of several.
final class TrialArrays implements AutoCloseable {

  private final NDManager manager;
  private final List<NDArray> updated;

  private TrialArrays(NDManager manager, List<NDArray> updated) {
    this.manager = manager;
    this.updated = updated;
  }

  /// Makes the vectors of a fresh trial, tensor by tensor, so that Java holds one tensor at a time.
  ///
  /// @param parent manager of the device; the arrays live in a child of it
  /// @param tensors what the vectors hold, in order
  /// @param backbone gives the values of a tensor of the backbone
  static TrialArrays of(
      NDManager parent,
      List<TrainableTensor> tensors,
      TrialSpec trial,
      Function<String, FloatBuffer> backbone) {
    NDManager manager = parent.newSubManager();
    Seed seed = trial.seed().with("use", "initial");
    LearningRates rates = trial.settings().rates();
    double weightDecay = trial.settings().weightDecay();
    NDArray theta =
        joined(manager, tensors, (m, t) -> m.create(TensorStart.initial(t, seed, backbone)));
    NDArray rate = joined(manager, tensors, (m, t) -> filled(m, t, TensorStart.rate(t, rates)));
    NDArray decay =
        joined(manager, tensors, (m, t) -> filled(m, t, t.isUndecayed() ? 0 : weightDecay));
    return new TrialArrays(
        manager,
        List.of(theta, theta.zerosLike(), theta.zerosLike(), theta.zerosLike(), rate, decay));
  }

  /// Makes the vectors of several fresh trials; each begins with the numbers that it would begin
  /// with alone.
  static TrialArrays stacked(
      NDManager parent,
      List<TrainableTensor> tensors,
      List<TrialSpec> trials,
      Function<String, FloatBuffer> backbone) {
    NDManager manager = parent.newSubManager();
    List<TrialArrays> each = new ArrayList<>();
    try {
      trials.forEach(trial -> each.add(of(manager, tensors, trial, backbone)));
      List<NDArray> updated =
          IntStream.range(0, each.getFirst().updated.size())
              .mapToObj(i -> stacked(manager, each, i))
              .toList();
      return new TrialArrays(manager, updated);
    } finally {
      each.forEach(TrialArrays::close);
    }
  }

  private static NDArray stacked(NDManager manager, List<TrialArrays> each, int index) {
    NDList vectors = new NDList();
    each.forEach(arrays -> vectors.add(arrays.updated.get(index)));
    return attached(NDArrays.stack(vectors), manager);
  }

  private static NDArray joined(
      NDManager manager,
      List<TrainableTensor> tensors,
      BiFunction<NDManager, TrainableTensor, NDArray> part) {
    try (NDManager scope = manager.newSubManager()) {
      NDList parts = new NDList();
      tensors.forEach(tensor -> parts.add(part.apply(scope, tensor)));
      return attached(NDArrays.concat(parts), manager);
    }
  }

  private static NDArray attached(NDArray array, NDManager manager) {
    array.attach(manager);
    return array;
  }

  private static NDArray filled(NDManager scope, TrainableTensor tensor, double value) {
    return scope.full(new Shape(tensor.size()), (float) value);
  }

  /// Returns the trained scalars.
  NDArray theta() {
    return updated.get(0);
  }

  /// Returns the gradients that are being gathered.
  NDArray gradient() {
    return updated.get(1);
  }

  /// Returns what a program's `update` takes after the schedule: trained scalars, gradients, their
  /// means, their squares' means, rates, decays.
  List<NDArray> updated() {
    return updated;
  }

  @Override
  public void close() {
    manager.close();
  }
}
