package spindle.training.writing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import spindle.backbone.Decoding;

/// Takes the likeliest token, time after time. Texts that have ended leave the batch.
final class GreedySearch {

  private final WriterProgram program;
  private final Decoding decoding;
  private final Rules rules;
  private final List<Tokens> written;
  private List<Integer> open;

  GreedySearch(WriterProgram program, Decoding decoding, int texts) {
    this.program = program;
    this.decoding = decoding;
    this.rules = new Rules(program, decoding);
    this.written = new ArrayList<>(Collections.nCopies(texts, Tokens.NONE));
    this.open = IntStream.range(0, texts).boxed().toList();
  }

  /// Writes a text for each of those that were read.
  ///
  /// @param inputs ids, types and mask of the read texts
  List<int[]> write(List<NDArray> inputs) {
    try (DecoderState state = new DecoderState(program, inputs, 1, decoding.maxTokens())) {
      long[] newest = new long[open.size()];
      Arrays.fill(newest, program.start());
      for (int step = 0; step < decoding.maxTokens() && !open.isEmpty(); step++) {
        newest = leaveEnded(state, next(state, inputs.getFirst().getManager(), newest));
      }
    }
    return written.stream().map(Tokens::toArray).toList();
  }

  private long[] next(DecoderState state, NDManager manager, long[] newest) {
    try (NDManager scope = manager.newSubManager()) {
      List<Tokens> texts = open.stream().map(written::get).toList();
      NDArray scores = rules.apply(scope, state.step(scope, newest), texts);
      return program.module().call("best", List.of(scores)).toLongArray();
    }
  }

  /// Notes the new tokens and returns those of the texts that go on.
  private long[] leaveEnded(DecoderState state, long[] tokens) {
    List<Integer> left = new ArrayList<>();
    for (int row = 0; row < tokens.length; row++) {
      int text = open.get(row);
      int token = Math.toIntExact(tokens[row]);
      written.set(text, written.get(text).with(token));
      if (token != program.end()) {
        left.add(row);
      }
    }
    if (left.size() == tokens.length) {
      return tokens;
    }
    List<Integer> before = open;
    open = left.stream().map(before::get).toList();
    int[] rows = left.stream().mapToInt(Integer::intValue).toArray();
    if (rows.length > 0) {
      state.choose(rows, rows);
    }
    return Arrays.stream(rows).mapToLong(row -> tokens[row]).toArray();
  }
}
