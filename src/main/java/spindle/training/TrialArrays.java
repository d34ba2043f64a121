package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import spindle.peft.TrainableTensor;
import spindle.study.LearningRates;
import spindle.study.Seed;
import spindle.study.TrialSpec;

/// The vectors that change while a trial runs, and the rates and decays of its scalars, all `(N)`.
final class TrialArrays implements AutoCloseable {

  private final NDManager manager;
  private final NDArray theta;
  private final NDArray gradient;
  private final NDArray mean;
  private final NDArray square;
  private final NDArray rate;
  private final NDArray decay;

  /// Makes the vectors of a fresh trial, tensor by tensor, so that Java holds one tensor at a time.
  ///
  /// @param parent manager of the device; the arrays live in a child of it
  /// @param tensors what the vectors hold, in order
  /// @param backbone gives the values of a tensor of the backbone
  TrialArrays(
      NDManager parent,
      List<TrainableTensor> tensors,
      TrialSpec trial,
      Function<String, FloatBuffer> backbone) {
    manager = parent.newSubManager();
    Seed seed = trial.seed().with("use", "initial");
    theta = joined(tensors, (m, t) -> m.create(TensorStart.initial(t, seed, backbone)));
    LearningRates rates = trial.settings().rates();
    rate = joined(tensors, (m, t) -> filled(m, t, TensorStart.rate(t, rates)));
    double weightDecay = trial.settings().weightDecay();
    decay = joined(tensors, (m, t) -> filled(m, t, t.isUndecayed() ? 0 : weightDecay));
    gradient = theta.zerosLike();
    mean = theta.zerosLike();
    square = theta.zerosLike();
  }

  private NDArray joined(
      List<TrainableTensor> tensors, BiFunction<NDManager, TrainableTensor, NDArray> part) {
    try (NDManager scope = manager.newSubManager()) {
      NDList parts = new NDList();
      tensors.forEach(tensor -> parts.add(part.apply(scope, tensor)));
      NDArray all = NDArrays.concat(parts);
      all.attach(manager);
      return all;
    }
  }

  private static NDArray filled(NDManager scope, TrainableTensor tensor, double value) {
    return scope.full(new Shape(tensor.size()), (float) value);
  }

  /// Returns the trained scalars.
  NDArray theta() {
    return theta;
  }

  /// Returns the gradient that is being gathered.
  NDArray gradient() {
    return gradient;
  }

  /// Returns what a program's `update` takes after the schedule.
  List<NDArray> updated() {
    return List.of(theta, gradient, mean, square, rate, decay);
  }

  @Override
  public void close() {
    manager.close();
  }
}
