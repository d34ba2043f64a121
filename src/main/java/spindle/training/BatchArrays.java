package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.Stream;

/// A batch on the device, in one block or several.
///
/// @param ids token ids of each block, `(B, S)`
/// @param types token types of each block, `(B, S)`
/// @param mask 1 for tokens, 0 for padding, of each block, `(B, S)`
/// @param labels classes or scores of the whole batch, `(B)`, or tokens to write, `(B, T)`
record BatchArrays(List<NDArray> ids, List<NDArray> types, List<NDArray> mask, NDArray labels) {

  /// Copies a batch to the device of a manager, which owns the arrays.
  ///
  /// @param blocks of the batch, in order
  static BatchArrays of(NDManager manager, Batch batch, List<Batch> blocks, int padding) {
    return new BatchArrays(
        blocks.stream().map(block -> part(manager, block, block.ids(padding))).toList(),
        blocks.stream().map(block -> part(manager, block, block.types())).toList(),
        blocks.stream().map(block -> part(manager, block, block.mask())).toList(),
        labels(manager, batch));
  }

  private static NDArray part(NDManager manager, Batch block, long[] rows) {
    return manager.create(rows, new Shape(block.size(), block.longest()));
  }

  private static NDArray labels(NDManager manager, Batch batch) {
    return batch.longestTarget() == 0
        ? manager.create(batch.labels())
        : manager.create(batch.targets(), new Shape(batch.size(), batch.longestTarget()));
  }

  /// Returns what a program's methods take first, of a batch that is one block.
  List<NDArray> inputs() {
    return List.of(ids.getFirst(), types.getFirst(), mask.getFirst());
  }

  /// Returns what a program's methods for blocks take first, three lists.
  List<NDArray> lists() {
    return Stream.of(named("ids[]", ids), named("types[]", types), masks())
        .flatMap(List::stream)
        .toList();
  }

  /// Returns the masks of the blocks as one list.
  List<NDArray> masks() {
    return named("mask[]", mask);
  }

  private static List<NDArray> named(String name, List<NDArray> parts) {
    parts.forEach(part -> part.setName(name));
    return parts;
  }
}
