package spindle.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Draws examples without replacement.
final class Draw {

  /// The two parts of a training file, each in file order.
  record Parts(List<Example> training, List<Example> selection) {}

  private static final int LEAST_ROWS = 5;
  private static final int MOST_HELD_OUT = 1000;

  private Draw() {}

  /// Returns the indices below `size` in a random order, each order being equally likely.
  ///
  /// Fisher and Yates, from the front: the first `n` entries only depend on the first `n` draws.
  static List<Integer> order(int size, RandomGenerator random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = 0; i + 1 < size; i++) {
      int j = i + random.nextInt(size - i);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return Arrays.stream(order).boxed().toList();
  }

  /// Returns how many rows of a training file are held out: a fifth, at most 1,000.
  static int heldOut(int rows) {
    return Math.min(rows / LEAST_ROWS, MOST_HELD_OUT);
  }

  /// Holds a part of a training file out for selection.
  ///
  /// A text that occurs more than once is never held out, so that no selection example is also a
  /// training example.
  ///
  /// @param rows of the training file
  /// @param wanted examples to hold out, fewer if there are not as many different texts
  /// @throws IllegalArgumentException if nothing would be held out or nothing left
  static Parts holdOut(List<Example> rows, int wanted, RandomGenerator random) {
    Set<List<String>> unique = unique(rows);
    List<Integer> held =
        order(rows.size(), random).stream()
            .filter(i -> unique.contains(rows.get(i).texts()))
            .limit(wanted)
            .sorted()
            .toList();
    if (held.isEmpty() || held.size() == rows.size()) {
      throw new IllegalArgumentException(
          "cannot hold " + wanted + " of " + rows.size() + " examples out");
    }
    boolean[] out = new boolean[rows.size()];
    held.forEach(i -> out[i] = true);
    List<Example> training = new ArrayList<>();
    IntStream.range(0, out.length).filter(i -> !out[i]).mapToObj(rows::get).forEach(training::add);
    return new Parts(training, held.stream().map(rows::get).toList());
  }

  /// Returns the texts that occur once.
  static Set<List<String>> unique(List<Example> rows) {
    Set<List<String>> seen = new HashSet<>();
    Set<List<String>> repeated = new HashSet<>();
    for (Example row : rows) {
      if (!seen.add(row.texts())) {
        repeated.add(row.texts());
      }
    }
    seen.removeAll(repeated);
    return seen;
  }
}
