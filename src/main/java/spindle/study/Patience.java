package spindle.study;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Waits while the study file cannot be written for the moment, as when the disk is full, and tries
/// again. What runs goes on meanwhile; what it reports waits in memory.
final class Patience {

  /// Time between two tries.
  static final Duration PAUSE = Duration.ofSeconds(10);

  private final Duration pause;
  private final Consumer<String> complain;

  /// @param pause time between two tries
  /// @param complain is told once of each time of waiting, in a sentence
  Patience(Duration pause, Consumer<String> complain) {
    this.pause = pause;
    this.complain = complain;
  }

  /// Returns what a write returns, once it could be made.
  ///
  /// @throws StoreException if the file is unusable for other reasons, or the thread is
  ///   interrupted, whose mark is then set
  <T> T get(Supplier<T> write) {
    AtomicBoolean told = new AtomicBoolean();
    while (true) {
      try {
        return write.get();
      } catch (StoreException e) {
        await(e, told);
      }
    }
  }

  /// Makes a write; as [#get].
  void run(Runnable write) {
    get(() -> {
      write.run();
      return true;
    });
  }

  private void await(StoreException e, AtomicBoolean told) {
    if (e.kind() != StoreException.Kind.LATER) {
      throw e;
    }
    if (!told.getAndSet(true)) {
      complain.accept(
          e.getMessage() + "; the study waits and tries again every " + pause.toSeconds() + " s");
    }
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }
}
