package spindle.store;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.study.StoreException;

/// A thread that shows from time to time that its process lives.
final class Pulse implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private final Thread thread;

  private Pulse(Thread thread) {
    this.thread = thread;
  }

  /// Starts one.
  ///
  /// @param beat shows it; may fail for a time, as on a full disk
  static Pulse start(Duration between, Runnable beat) {
    Thread thread =
        Thread.ofPlatform().name("study owner").daemon().start(() -> beat(between, beat));
    return new Pulse(thread);
  }

  private static void beat(Duration between, Runnable beat) {
    try {
      while (true) {
        Thread.sleep(between);
        try {
          beat.run();
        } catch (StoreException e) {
          LOG.warn("No sign of life could be given", e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
