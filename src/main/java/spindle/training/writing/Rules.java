package spindle.training.writing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import spindle.backbone.Decoding;

/// What a text may not contain: an early end, repeated sequences, anything but a forced token.
final class Rules {

  private final WriterProgram program;
  private final Decoding decoding;

  Rules(WriterProgram program, Decoding decoding) {
    this.program = program;
    this.decoding = decoding;
  }

  /// Returns the scores `(R, V)` of the next tokens under the rules.
  ///
  /// @param texts what each row has written so far, all of the same length
  NDArray apply(NDManager scope, NDArray scores, List<Tokens> texts) {
    int length = texts.getFirst().length();
    OptionalInt forced =
        length == decoding.maxTokens() - 1
            ? decoding.forcedLast()
            : length == 0 ? decoding.forcedFirst() : OptionalInt.empty();
    if (forced.isPresent()) {
      NDArray token = scope.create(new long[] {forced.getAsInt()});
      return program.module().call("forced", List.of(scores, token));
    }
    return forbid(scope, scores, texts);
  }

  private NDArray forbid(NDManager scope, NDArray scores, List<Tokens> texts) {
    List<long[]> places = new ArrayList<>();
    for (int row = 0; row < texts.size(); row++) {
      if (texts.get(row).length() < decoding.minTokens()) {
        places.add(new long[] {row, program.end()});
      }
      if (decoding.unrepeated() > 0) {
        for (int token : texts.get(row).repeating(decoding.unrepeated(), program.start())) {
          places.add(new long[] {row, token});
        }
      }
    }
    if (places.isEmpty()) {
      return scores;
    }
    NDArray rows = scope.create(places.stream().mapToLong(place -> place[0]).toArray());
    NDArray tokens = scope.create(places.stream().mapToLong(place -> place[1]).toArray());
    return program.module().call("forbidden", List.of(scores, rows, tokens));
  }
}
