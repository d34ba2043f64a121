package spindle.training;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spindle.design.Precision;

/// The frozen states that the trials of a worker share.
///
/// States live in memory until its bound is reached, further ones in temporary files until theirs
/// is. They stay after their last user until others need the room; the least recently used go
/// first. Whether a trial finds its states here changes its time and not its result. Safe for
/// several threads.
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
  /// @param idle all that stay in memory without a user; changes the time of trials only
  /// @param set those of one set of texts. Beyond, trials compute all layers in every step, which
  ///   may change their last digits: so it is the same on every machine
  /// @param disk all that live in files; changes the time of trials only
  /// @param folder of the files
  record Limits(long idle, long set, long disk, Path folder) {

    /// Makes limits without files.
    Limits(long idle, long set) {
      this(idle, set, 0, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// Returns 1 GiB for memory and for each set, 4 GiB for files in the folder of temporary files;
    /// `-Dspindle.states.megabytes` and `-Dspindle.states.disk.megabytes` change the first and the
    /// last.
    static Limits usual() {
      long idle = Long.getLong("spindle.states.megabytes", 1024);
      long disk = Long.getLong("spindle.states.disk.megabytes", 4096);
      Path folder = Path.of(System.getProperty("java.io.tmpdir"));
      return new Limits(idle * MEBIBYTE, 1024 * MEBIBYTE, disk * MEBIBYTE, folder);
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
    Entry entry = entries.computeIfAbsent(key, _ -> new Entry(room(key)));
    entry.users++;
    evict();
    return Optional.of(new Hold(entry));
  }

  private FrozenStates room(Key key) {
    return new FrozenStates(device, key.texts(), key.width(), file(key.bytes()));
  }

  /// Returns a file for states if memory is full and there is room in files; a GPU cannot read one.
  private Optional<StateFile> file(long bytes) {
    boolean fits = bytes(Place.MEMORY) + bytes <= limits.idle();
    boolean allowed = bytes(Place.FILE) + bytes <= limits.disk();
    return fits || !allowed || device.getDevice().isGpu()
        ? Optional.empty()
        : StateFile.create(limits.folder(), bytes);
  }

  private enum Place {
    MEMORY,
    FILE
  }

  private static boolean isIn(Entry entry, Place place) {
    return entry.states.isMapped() == (place == Place.FILE);
  }

  private long bytes(Place place) {
    return entries.entrySet().stream()
        .filter(entry -> isIn(entry.getValue(), place))
        .mapToLong(entry -> entry.getKey().bytes())
        .sum();
  }

  private synchronized void release(Entry entry) {
    entry.users--;
    evict();
  }

  private void evict() {
    evict(Place.MEMORY, limits.idle());
    evict(Place.FILE, limits.disk());
  }

  private void evict(Place place, long most) {
    long bytes = bytes(place);
    Iterator<Map.Entry<Key, Entry>> eldest = entries.entrySet().iterator();
    while (bytes > most && eldest.hasNext()) {
      Map.Entry<Key, Entry> next = eldest.next();
      if (next.getValue().users == 0 && isIn(next.getValue(), place)) {
        bytes -= next.getKey().bytes();
        next.getValue().states.close();
        eldest.remove();
      }
    }
  }

  /// Returns the number of kept sets of states that live in files.
  synchronized long mapped() {
    return entries.values().stream().filter(entry -> isIn(entry, Place.FILE)).count();
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
