package spindle.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Micro-batches of several trials in one batch, the rows of the first trial first.
///
/// Each trial has as many rows as the largest of them; a trial with fewer examples, or none, has
/// empty texts for the rest.
///
/// @param parts examples of each of K trials; not all empty
/// @param wholes examples of the whole batch of each trial
record SideBySide(List<List<EncodedExample>> parts, List<Integer> wholes) {

  private static final EncodedExample EMPTY = new EncodedExample(new int[0], new int[0], 0);

  SideBySide {
    parts = parts.stream().map(List::copyOf).toList();
    wholes = List.copyOf(wholes);
  }

  /// Lays texts side by side that are only read.
  static SideBySide of(List<List<EncodedExample>> parts) {
    return new SideBySide(parts, Collections.nCopies(parts.size(), 1));
  }

  /// Returns the number of trials, K.
  int trials() {
    return parts.size();
  }

  /// Returns the rows of each trial, B.
  int rows() {
    return parts.stream().mapToInt(List::size).max().orElseThrow();
  }

  /// Returns the batch of `K B` examples.
  Batch batch() {
    int rows = rows();
    List<EncodedExample> all = new ArrayList<>();
    for (List<EncodedExample> part : parts) {
      all.addAll(part);
      all.addAll(Collections.nCopies(rows - part.size(), EMPTY));
    }
    return new Batch(all);
  }

  /// Returns what each row counts in its trial's loss, `(K, B)` row by row; 0 for an empty text.
  float[] share() {
    int rows = rows();
    float[] share = new float[trials() * rows];
    for (int trial = 0; trial < parts.size(); trial++) {
      for (int row = 0; row < parts.get(trial).size(); row++) {
        share[place(trial, row)] = 1f / wholes.get(trial);
      }
    }
    return share;
  }

  /// Returns the place of a trial's row in the batch.
  int place(int trial, int row) {
    return trial * rows() + row;
  }
}
