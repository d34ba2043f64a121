package spindle.training;

import ai.djl.ndarray.NDArray;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import spindle.design.BackboneShape;

/// Cuts a batch into blocks of texts of like length, each padded to its longest text.
///
/// Blocks meet in one product wherever a token is computed by itself, and go one after the other
/// through attention, so that a block costs calls and spares padding.
enum Blocks {
  /// The whole batch is one block.
  ONE,
  /// As many blocks as pay on a processor.
  SEVERAL;

  /// What a block costs, in tokens.
  static final int PRICE = 8;

  /// Returns how batches are computed: on a processor in several blocks, which measured faster; on
  /// a GPU, where nothing was measured, in one. Programs of encoder-decoders and those of several
  /// trials take one block.
  ///
  /// @param theta the trained scalars of one trial, `(N)`, or of several, `(K, N)`
  static Blocks of(BackboneShape shape, NDArray theta) {
    boolean one = shape.border().isPresent() || theta.getShape().dimension() > 1;
    return one || theta.getDevice().isGpu() ? ONE : SEVERAL;
  }

  /// Returns the blocks of a batch, its examples in order.
  List<Batch> of(Batch batch) {
    return switch (this) {
      case ONE -> List.of(batch);
      case SEVERAL -> cheapest(batch.examples());
    };
  }

  /// Finds the cut with the least padding and blocks: the cheapest way to the end of each prefix of
  /// the examples goes over the cheapest way to where its last block begins.
  private static List<Batch> cheapest(List<EncodedExample> examples) {
    int[] cost = new int[examples.size() + 1];
    int[] begin = new int[examples.size() + 1];
    for (int end = 1; end <= examples.size(); end++) {
      cost[end] = Integer.MAX_VALUE;
      int longest = 0;
      for (int from = end - 1; from >= 0; from--) {
        longest = Math.max(longest, examples.get(from).length());
        int sum = cost[from] + longest * (end - from) + PRICE;
        if (sum < cost[end]) {
          cost[end] = sum;
          begin[end] = from;
        }
      }
    }
    Deque<Batch> blocks = new ArrayDeque<>();
    for (int end = examples.size(); end > 0; end = begin[end]) {
      blocks.addFirst(new Batch(examples.subList(begin[end], end)));
    }
    return List.copyOf(blocks);
  }
}
