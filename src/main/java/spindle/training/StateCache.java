package spindle.training;

import ai.djl.ndarray.NDManager;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spindle.design.Precision;

/// The frozen states that the trials of a worker share.
///
/// States stay after their last user until others need the room; the least recently used go first.
/// Whether a trial finds its states here changes its time and not its result. Safe for several
/// threads.
final class StateCache implements AutoCloseable {

  private static final long MEBIBYTE = 1L << 20;

  private final NDManager device;
  private final Limits limits;
  private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  /// Makes an empty cache.
  ///
  /// @param device manager of the device; the states live in children of it
  StateCache(NDManager device, Limits limits) {
    this.device = device;
    this.limits = limits;
  }

  /// How many bytes states may take.
  ///
  /// @param idle all that stay without a user; changes the time of trials only
  /// @param set those of one set of texts. Beyond, trials compute all layers in every step, which
  ///   may change their last digits: so it is the same on every machine
  record Limits(long idle, long set) {

    /// Returns 1 GiB for each; `-Dspindle.states.megabytes` changes what may stay idle.
    static Limits usual() {
      long idle = Long.getLong("spindle.states.megabytes", 1024);
      return new Limits(idle * MEBIBYTE, 1024 * MEBIBYTE);
    }
  }

  /// What states depend on.
  ///
  /// @param backbone its name
  /// @param layers frozen layers that the states have passed, from the first, at least 1
  /// @param precision format in which the trial multiplies by frozen weights
  /// @param width numbers in a state, D
  /// @param texts the very objects, of this worker's library
  record Key(
      String backbone, int layers, Precision precision, int width, List<EncodedExample> texts) {

    long bytes() {
      return FrozenStates.bytes(texts, width);
    }
  }

  private static final class Entry {
    final FrozenStates states;
    int users;

    Entry(FrozenStates states) {
      this.states = states;
    }
  }

  /// The right to use some states until it is closed.
  interface Lease extends AutoCloseable {

    /// Returns the states, which may have to be filled.
    FrozenStates states();

    @Override
    void close();
  }

  /// Returns some states, or nothing if they would take too much room.
  synchronized Optional<Lease> lease(Key key) {
    if (key.bytes() > limits.set()) {
      return Optional.empty();
    }
    Entry entry =
        entries.computeIfAbsent(
            key, _ -> new Entry(new FrozenStates(device, key.texts(), key.width())));
    entry.users++;
    evict();
    return Optional.of(new Hold(entry));
  }

  private synchronized void release(Entry entry) {
    entry.users--;
    evict();
  }

  private void evict() {
    long bytes = entries.keySet().stream().mapToLong(Key::bytes).sum();
    Iterator<Map.Entry<Key, Entry>> eldest = entries.entrySet().iterator();
    while (bytes > limits.idle() && eldest.hasNext()) {
      Map.Entry<Key, Entry> next = eldest.next();
      if (next.getValue().users == 0) {
        bytes -= next.getKey().bytes();
        next.getValue().states.close();
        eldest.remove();
      }
    }
  }

  /// Returns the number of kept sets of states.
  synchronized int size() {
    return entries.size();
  }

  @Override
  public synchronized void close() {
    entries.values().forEach(entry -> entry.states.close());
    entries.clear();
  }

  /// A user's part in an entry.
  private final class Hold implements Lease {

    private final Entry entry;

    Hold(Entry entry) {
      this.entry = entry;
    }

    @Override
    public FrozenStates states() {
      return entry.states;
    }

    @Override
    public void close() {
      release(entry);
    }
  }
}
