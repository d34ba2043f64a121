package spindle.training.writing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A decoder in the middle of some texts: the keys and values that it has kept so far.
///
/// The rows are those of the beams, a text's one after the other. Not for several threads.
final class DecoderState implements AutoCloseable {

  private static final int FIRST_PLACES = 32;

  private final WriterProgram program;
  private final NDManager manager;
  private final int longest;
  private List<NDArray> kept = List.of();
  private int places;
  private int place;

  /// Reads the texts.
  ///
  /// @param inputs ids, types and mask of the texts, `(B, S)`
  /// @param beams rows a text
  /// @param longest steps that will be taken at most
  DecoderState(WriterProgram program, List<NDArray> inputs, int beams, int longest) {
    this.program = program;
    this.manager = inputs.getFirst().getManager().newSubManager();
    this.longest = longest;
    this.places = Math.min(FIRST_PLACES, longest);
    List<NDArray> arguments = new ArrayList<>(inputs);
    arguments.add(manager.create(beams));
    arguments.add(manager.create(places));
    arguments.add(program.theta());
    arguments.addAll(program.frozen());
    keep(program.module().callForList("begin", arguments));
  }

  /// Returns the scores of the tokens that follow, `(R, V)`, in a scope of the caller.
  ///
  /// @param tokens the newest token of each row
  NDArray step(NDManager scope, long[] tokens) {
    if (place == places) {
      enlarge();
    }
    List<NDArray> arguments = new ArrayList<>();
    arguments.add(scope.create(tokens));
    arguments.add(scope.create(place));
    arguments.add(program.theta());
    arguments.addAll(program.frozen());
    arguments.addAll(kept);
    NDArray scores = program.module().call("step", arguments);
    place++;
    return scores;
  }

  /// Lets each row go on from what another one has kept.
  ///
  /// @param sources the row that each row goes on from
  void move(int[] sources) {
    int[] into = IntStream.range(0, sources.length).filter(i -> sources[i] != i).toArray();
    if (into.length == 0) {
      return;
    }
    try (NDManager scope = manager.newSubManager()) {
      List<NDArray> arguments = new ArrayList<>();
      arguments.add(scope.create(longs(IntStream.of(into))));
      arguments.add(scope.create(longs(IntStream.of(into).map(row -> sources[row]))));
      arguments.add(scope.create(places - place));
      arguments.addAll(kept);
      program.module().call("moved", arguments);
    }
  }

  /// Goes on with some texts alone.
  ///
  /// @param rows the row that each of the left rows goes on from
  /// @param texts the texts that are left
  void choose(int[] rows, int[] texts) {
    List<NDArray> arguments = new ArrayList<>();
    arguments.add(manager.create(longs(IntStream.of(rows))));
    arguments.add(manager.create(longs(IntStream.of(texts))));
    arguments.addAll(kept);
    replace("chosen", arguments);
  }

  private void enlarge() {
    int more = Math.min(places, longest - places);
    List<NDArray> arguments = new ArrayList<>();
    arguments.add(manager.create(more));
    arguments.addAll(kept);
    replace("enlarged", arguments);
    places += more;
  }

  private void replace(String method, List<NDArray> arguments) {
    List<NDArray> old = kept;
    keep(program.module().callForList(method, arguments));
    old.forEach(NDArray::close);
  }

  private void keep(List<NDArray> arrays) {
    kept = List.copyOf(arrays);
    for (NDArray array : kept) {
      array.setName("kept[]");
      array.attach(manager);
    }
  }

  private static long[] longs(IntStream values) {
    return values.asLongStream().toArray();
  }

  @Override
  public void close() {
    manager.close();
  }
}
