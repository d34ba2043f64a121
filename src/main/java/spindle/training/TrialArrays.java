package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Function;
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

  /// Makes the vectors of a fresh trial.
  ///
  /// @param parent manager of the device; the arrays live in a child of it
  /// @param backbone gives the values of a tensor of the backbone
  TrialArrays(
      NDManager parent,
      ParameterVector parameters,
      TrialSpec trial,
      Function<String, FloatBuffer> backbone) {
    manager = parent.newSubManager();
    theta = manager.create(parameters.initial(trial.seed().with("use", "initial"), backbone));
    gradient = theta.zerosLike();
    mean = theta.zerosLike();
    square = theta.zerosLike();
    rate = manager.create(parameters.rates(trial.settings().rates()));
    decay = manager.create(parameters.decays(trial.settings().weightDecay()));
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
