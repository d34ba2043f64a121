package spindle.training.worker;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A daemon thread that does something again and again, with a pause between.
final class Ticker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  private final Thread thread;

  private Ticker(Thread thread) {
    this.thread = thread;
  }

  /// Starts a ticker; its first tick comes after the first pause.
  ///
  /// @param name of the thread
  static Ticker start(String name, Duration pause, Runnable task) {
    return new Ticker(Thread.ofPlatform().daemon().name(name).start(() -> repeat(pause, task)));
  }

  /// Ends the ticks; one under way comes to its end.
  @Override
  public void close() {
    thread.interrupt();
  }

  private static void repeat(Duration pause, Runnable task) {
    try {
      while (true) {
        Thread.sleep(pause);
        task.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("{} stopped", Thread.currentThread().getName(), e);
    }
  }
}
