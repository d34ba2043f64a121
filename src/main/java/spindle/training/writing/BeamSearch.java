package spindle.training.writing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import spindle.backbone.Decoding;

/// Follows several beams of each text. Texts whose search is over leave the batch.
final class BeamSearch {

  private final WriterProgram program;
  private final Decoding decoding;
  private final Rules rules;
  private final List<Beams> texts;

  BeamSearch(WriterProgram program, Decoding decoding, int texts) {
    this.program = program;
    this.decoding = decoding;
    this.rules = new Rules(program, decoding);
    this.texts =
        IntStream.range(0, texts).mapToObj(_ -> new Beams(decoding, program.end())).toList();
  }

  /// Writes a text for each of those that were read.
  ///
  /// @param inputs ids, types and mask of the read texts
  List<int[]> write(List<NDArray> inputs) {
    NDManager manager = inputs.getFirst().getManager();
    try (DecoderState state =
        new DecoderState(program, inputs, decoding.beams(), decoding.maxTokens())) {
      List<Beams> open = texts;
      while (!open.isEmpty()) {
        step(state, manager, open);
        open = leaveDone(state, open);
      }
    }
    return texts.stream().map(text -> text.best().toArray()).toList();
  }

  private void step(DecoderState state, NDManager manager, List<Beams> open) {
    List<Tokens> rows = new ArrayList<>();
    open.forEach(text -> text.open().forEach(beam -> rows.add(beam.tokens())));
    int count = 2 * decoding.beams();
    try (NDManager scope = manager.newSubManager()) {
      long[] newest = rows.stream().mapToLong(row -> row.last(program.start())).toArray();
      NDArray scores = state.step(scope, newest);
      int vocabulary = Math.toIntExact(scores.getShape().get(1));
      scores = program.module().call("likelihood", List.of(scores));
      scores = rules.apply(scope, scores, rows);
      NDArray wanted = scope.create(count);
      List<NDArray> ranked =
          program.module().callForList("ranked", List.of(scores, running(scope, open), wanted));
      float[] sums = ranked.get(0).toFloatArray();
      long[] places = ranked.get(1).toLongArray();
      for (int text = 0; text < open.size(); text++) {
        int from = text * count;
        open.get(text)
            .step(
                java.util.Arrays.copyOfRange(sums, from, from + count),
                java.util.Arrays.copyOfRange(places, from, from + count),
                vocabulary);
      }
    }
  }

  private NDArray running(NDManager scope, List<Beams> open) {
    float[] scores = new float[open.size() * decoding.beams()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = open.get(row / decoding.beams()).open().get(row % decoding.beams()).score();
    }
    return scope.create(scores, new Shape(open.size(), decoding.beams()));
  }

  /// Lets each row go on from the beam that it continues and returns the texts that go on.
  private List<Beams> leaveDone(DecoderState state, List<Beams> open) {
    int[] left = IntStream.range(0, open.size()).filter(text -> !open.get(text).isDone()).toArray();
    int[] sources =
        IntStream.of(left)
            .flatMap(text ->
                open.get(text).open().stream()
                    .mapToInt(beam -> text * decoding.beams() + beam.source()))
            .toArray();
    if (left.length == open.size()) {
      state.move(sources);
    } else if (left.length > 0) {
      state.choose(sources, left);
    }
    return IntStream.of(left).mapToObj(open::get).toList();
  }
}
