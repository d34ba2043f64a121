package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/// A batch on the device.
///
/// @param ids token ids, `(B, S)`
/// @param types token types, `(B, S)`
/// @param mask 1 for tokens, 0 for padding, `(B, S)`
/// @param labels classes or scores, `(B)`, or tokens to write, `(B, T)`
record BatchArrays(NDArray ids, NDArray types, NDArray mask, NDArray labels) {

  /// Copies a batch to the device of a manager, which owns the arrays.
  static BatchArrays of(NDManager manager, Batch batch, int padding) {
    Shape shape = new Shape(batch.size(), batch.longest());
    return new BatchArrays(
        manager.create(batch.ids(padding), shape),
        manager.create(batch.types(), shape),
        manager.create(batch.mask(), shape),
        labels(manager, batch));
  }

  private static NDArray labels(NDManager manager, Batch batch) {
    return batch.longestTarget() == 0
        ? manager.create(batch.labels())
        : manager.create(batch.targets(), new Shape(batch.size(), batch.longestTarget()));
  }

  /// Returns the arrays that a program's methods take first.
  List<NDArray> inputs() {
    return List.of(ids, types, mask);
  }
}
