package spindle.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntBiFunction;

/// Some examples that are computed together, padded to the longest of them.
///
/// @param examples at least one
record Batch(List<EncodedExample> examples) {

  private static final int UNLABELLED = -100;

  Batch {
    examples = List.copyOf(examples);
    if (examples.isEmpty()) {
      throw new IllegalArgumentException("a batch needs an example");
    }
  }

  /// Returns the number of examples, B.
  int size() {
    return examples.size();
  }

  /// Returns the number of tokens of the longest example, S.
  int longest() {
    return examples.stream().mapToInt(EncodedExample::length).max().orElseThrow();
  }

  /// Returns the number of tokens, read and to be written, without padding.
  int tokens() {
    return examples.stream().mapToInt(example -> example.length() + example.targetLength()).sum();
  }

  /// Returns the number of answers over which the loss is a mean: tokens to write, or examples.
  int answers() {
    return Math.max(size(), examples.stream().mapToInt(EncodedExample::targetLength).sum());
  }

  /// Returns the number of tokens of the longest text to write, T; 0 if none is.
  int longestTarget() {
    return examples.stream().mapToInt(EncodedExample::targetLength).max().orElseThrow();
  }

  /// Returns the tokens to write, row by row, `(B, T)`, -100 behind the end.
  long[] targets() {
    int width = longestTarget();
    long[] rows = new long[size() * width];
    Arrays.fill(rows, UNLABELLED);
    for (int row = 0; row < size(); row++) {
      for (int i = 0; i < examples.get(row).targetLength(); i++) {
        rows[row * width + i] = examples.get(row).target(i);
      }
    }
    return rows;
  }

  /// Returns the ids, row by row, padded on the right, `(B, S)`.
  long[] ids(int padding) {
    return rows(EncodedExample::id, padding);
  }

  /// Returns the token types, padded with 0, `(B, S)`.
  long[] types() {
    return rows(EncodedExample::type, 0);
  }

  /// Returns 1 for each token and 0 for padding, `(B, S)`.
  long[] mask() {
    int width = longest();
    long[] mask = new long[size() * width];
    for (int row = 0; row < size(); row++) {
      Arrays.fill(mask, row * width, row * width + examples.get(row).length(), 1);
    }
    return mask;
  }

  /// Returns the labels, `(B)`.
  float[] labels() {
    float[] labels = new float[size()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = (float) examples.get(row).label();
    }
    return labels;
  }

  private long[] rows(ToIntBiFunction<EncodedExample, Integer> part, int padding) {
    int width = longest();
    long[] rows = new long[size() * width];
    Arrays.fill(rows, padding);
    for (int row = 0; row < size(); row++) {
      EncodedExample example = examples.get(row);
      for (int i = 0; i < example.length(); i++) {
        rows[row * width + i] = part.applyAsInt(example, i);
      }
    }
    return rows;
  }
}
