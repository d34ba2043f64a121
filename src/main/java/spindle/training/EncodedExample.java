package spindle.training;

/// An example as token ids.
final class EncodedExample {

  private final int[] ids;
  private final int[] types;
  private final double label;
  private final int[] target;

  /// Makes an example.
  ///
  /// @param ids token ids, special tokens included
  /// @param types token types, 0 or 1, as long as the ids
  /// @param label index of the class, or the score
  EncodedExample(int[] ids, int[] types, double label) {
    this(ids, types, label, new int[0]);
  }

  private EncodedExample(int[] ids, int[] types, double label, int[] target) {
    this.ids = ids;
    this.types = types;
    this.label = label;
    this.target = target;
  }

  /// Returns the same text with tokens that are to be written.
  EncodedExample withTarget(int[] tokens) {
    return new EncodedExample(ids, types, label, tokens.clone());
  }

  /// Returns the number of tokens to write, 0 if the answer is a class or a score.
  int targetLength() {
    return target.length;
  }

  int target(int position) {
    return target[position];
  }

  /// Returns the number of tokens.
  int length() {
    return ids.length;
  }

  int id(int position) {
    return ids[position];
  }

  int type(int position) {
    return types[position];
  }

  double label() {
    return label;
  }

  /// Returns the same text with another label.
  EncodedExample withLabel(double other) {
    return new EncodedExample(ids, types, other, target);
  }
}
