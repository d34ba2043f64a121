package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import spindle.peft.TrainableTensor;
import spindle.study.TrialSpec;

/// The vectors of several trials, stacked: those of [TrialArrays], `(K, N)` each.
final class FusedArrays implements AutoCloseable {

  private final NDManager manager;
  private final List<NDArray> updated;

  /// Makes the vectors of fresh trials; each begins with the numbers that it would begin with
  /// alone.
  ///
  /// @param parent manager of the device; the arrays live in a child of it
  /// @param backbone gives the values of a tensor of the backbone
  FusedArrays(
      NDManager parent,
      List<TrainableTensor> tensors,
      List<TrialSpec> trials,
      Function<String, FloatBuffer> backbone) {
    manager = parent.newSubManager();
    List<TrialArrays> each = new ArrayList<>();
    try {
      trials.forEach(trial -> each.add(new TrialArrays(manager, tensors, trial, backbone)));
      updated =
          IntStream.range(0, each.getFirst().updated().size())
              .mapToObj(i -> stacked(each, i))
              .toList();
    } finally {
      each.forEach(TrialArrays::close);
    }
  }

  private NDArray stacked(List<TrialArrays> each, int index) {
    NDList vectors = new NDList();
    each.forEach(arrays -> vectors.add(arrays.updated().get(index)));
    NDArray all = NDArrays.stack(vectors);
    all.attach(manager);
    return all;
  }

  /// Returns the trained scalars of all trials.
  NDArray theta() {
    return updated.get(0);
  }

  /// Returns the gradients that are being gathered.
  NDArray gradient() {
    return updated.get(1);
  }

  /// Returns what a program's `update` takes after the schedule.
  List<NDArray> updated() {
    return updated;
  }

  @Override
  public void close() {
    manager.close();
  }
}
