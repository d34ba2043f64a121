package spindle.training.writing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// The tokens of a text that is being written, without the start token; never changes.
final class Tokens {

  static final Tokens NONE = new Tokens(new int[0]);

  private final int[] ids;

  private Tokens(int[] ids) {
    this.ids = ids;
  }

  Tokens with(int next) {
    int[] longer = Arrays.copyOf(ids, ids.length + 1);
    longer[ids.length] = next;
    return new Tokens(longer);
  }

  int length() {
    return ids.length;
  }

  /// Returns the newest token, or another one if there is none.
  int last(int otherwise) {
    return ids.length == 0 ? otherwise : ids[ids.length - 1];
  }

  int[] toArray() {
    return ids.clone();
  }

  /// Returns the tokens that would write a sequence of some length a second time.
  ///
  /// @param start the start token, which counts as the first of the text
  Set<Integer> repeating(int length, int start) {
    int[] all = new int[ids.length + 1];
    all[0] = start;
    System.arraycopy(ids, 0, all, 1, ids.length);
    Set<Integer> tokens = new HashSet<>();
    int open = all.length - length + 1;
    for (int from = 0; from + length <= all.length; from++) {
      if (Arrays.equals(all, from, from + length - 1, all, open, all.length)) {
        tokens.add(all[from + length - 1]);
      }
    }
    return tokens;
  }
}
