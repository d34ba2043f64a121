package spindle.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Cuts examples into batches of similar length, so that little is padded.
final class Batches {

  /// Tokens with padding of a batch that is only read forward: enough that calls and the packing of
  /// weights cost little, few enough for a small memory.
  static final int TOKENS_WITHOUT_GRADIENT = 2048;

  private static final Comparator<EncodedExample> BY_LENGTH =
      Comparator.comparingInt(EncodedExample::length);

  private Batches() {}

  /// Returns an epoch's batches in random order; which examples of equal length meet is random too.
  ///
  /// @param size examples a batch; the last one cut may have fewer
  static List<Batch> shuffled(List<EncodedExample> examples, int size, RandomGenerator random) {
    List<EncodedExample> sorted = new ArrayList<>(examples);
    Collections.shuffle(sorted, random);
    sorted.sort(BY_LENGTH);
    List<Batch> batches = cut(sorted, size);
    Collections.shuffle(batches, random);
    return batches;
  }

  /// Returns batches from the shortest to the longest examples, each of at most some tokens with
  /// padding, but of one example at least.
  static List<Batch> sorted(List<EncodedExample> examples, int tokens) {
    List<EncodedExample> sorted = new ArrayList<>(examples);
    sorted.sort(BY_LENGTH);
    List<Batch> batches = new ArrayList<>();
    List<EncodedExample> open = new ArrayList<>();
    for (EncodedExample example : sorted) {
      if (!open.isEmpty() && (open.size() + 1) * example.length() > tokens) {
        batches.add(new Batch(open));
        open.clear();
      }
      open.add(example);
    }
    if (!open.isEmpty()) {
      batches.add(new Batch(open));
    }
    return batches;
  }

  /// Returns the micro-batches of a batch, at most `size` examples each.
  static List<Batch> split(Batch batch, int size) {
    return cut(batch.examples(), size);
  }

  private static List<Batch> cut(List<EncodedExample> examples, int size) {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += size) {
      batches.add(new Batch(examples.subList(from, Math.min(from + size, examples.size()))));
    }
    return batches;
  }
}
