package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// The hidden states of some texts below the first trained layer, one row for each token.
///
/// They are computed in batches that depend on the texts alone, so that every trial reads the same
/// bits, whoever computed them and when. Safe for several threads.
final class FrozenStates implements AutoCloseable {

  private final NDManager manager;
  private final NDArray rows;
  private final Optional<StateFile> file;
  private final IdentityHashMap<EncodedExample, Long> starts = new IdentityHashMap<>();
  private final Deque<Batch> open = new ArrayDeque<>();
  private int taken;

  /// Makes room for the states of some texts; [#fill] computes them.
  ///
  /// @param device manager of the device; the states live in a child of it
  /// @param width numbers in a state, D
  /// @param file what they live in; in the device's memory if empty
  FrozenStates(NDManager device, List<EncodedExample> texts, int width, Optional<StateFile> file) {
    long row = 0;
    for (EncodedExample text : texts) {
      starts.put(text, row);
      row += text.length();
    }
    manager = device.newSubManager();
    this.file = file;
    Shape shape = new Shape(row, width);
    rows =
        file.map(room -> manager.create(room.bytes(), shape, DataType.FLOAT32))
            .orElseGet(() -> manager.create(shape));
    open.addAll(Batches.sorted(texts, Batches.TOKENS_WITHOUT_GRADIENT));
  }

  /// Returns the bytes that the states of some texts take.
  static long bytes(List<EncodedExample> texts, int width) {
    return texts.stream().mapToLong(EncodedExample::length).sum() * width * Float.BYTES;
  }

  /// The computation of the states of a batch, which puts them into their rows.
  @FunctionalInterface
  interface Work {

    /// Computes the states of a batch.
    void compute(Batch batch);
  }

  /// Computes what is missing. Several trials may do so at once: each takes the next batch that
  /// nobody has taken. One that is cancelled leaves the rest to the others.
  ///
  /// @return whether all states are there; false only if cancelled
  boolean fill(Work work, Cancellation cancelled) {
    while (!cancelled.requested()) {
      Optional<Batch> batch = take();
      if (batch.isEmpty()) {
        return true;
      }
      boolean done = false;
      try {
        work.compute(batch.get());
        done = true;
      } finally {
        giveBack(batch.get(), done);
      }
    }
    return false;
  }

  /// Returns a batch to compute, or none once all are computed.
  private synchronized Optional<Batch> take() {
    try {
      while (open.isEmpty() && taken > 0) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("the trial was interrupted while it waited for another", e);
    }
    Optional<Batch> batch = Optional.ofNullable(open.poll());
    taken += batch.isPresent() ? 1 : 0;
    return batch;
  }

  private synchronized void giveBack(Batch batch, boolean done) {
    taken--;
    if (!done) {
      open.addFirst(batch);
    }
    notifyAll();
  }

  /// Says whether the states live in a file.
  boolean isMapped() {
    return file.isPresent();
  }

  /// Returns the states, `(rows, D)`.
  NDArray rows() {
    return rows;
  }

  /// Returns the row of each token of a batch, `(B, S)`; padding has any row.
  long[] padded(Batch batch) {
    int width = batch.longest();
    long[] places = new long[batch.size() * width];
    for (int i = 0; i < batch.size(); i++) {
      EncodedExample text = batch.examples().get(i);
      for (int token = 0; token < text.length(); token++) {
        places[i * width + token] = start(text) + token;
      }
    }
    return places;
  }

  /// Returns the row of each token of a batch without padding.
  long[] places(Batch batch) {
    long[] places = new long[batch.tokens()];
    int next = 0;
    for (EncodedExample text : batch.examples()) {
      for (int token = 0; token < text.length(); token++) {
        places[next++] = start(text) + token;
      }
    }
    return places;
  }

  private long start(EncodedExample text) {
    Long start = starts.get(text);
    if (start == null) {
      throw new IllegalArgumentException("the text is not one of those whose states are kept");
    }
    return start;
  }

  @Override
  public void close() {
    manager.close();
    file.ifPresent(StateFile::close);
  }
}
