package spindle.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Turns the end of the process (Ctrl-C, a termination signal) into an interrupt of the command
/// that runs, and gives it time to stop, so that what has finished is kept and printed.
final class Interruption {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private Interruption() {}

  /// Runs a command in this thread and returns its exit code.
  ///
  /// After a signal the process ends with the code of the signal, 130 for Ctrl-C, whatever the
  /// command returns.
  static int run(IntSupplier command) {
    Thread running = Thread.currentThread();
    CountDownLatch done = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(running, done), "interrupt the command");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return command.getAsInt();
    } finally {
      done.countDown();
    }
  }

  private static void stop(Thread running, CountDownLatch done) {
    if (done.getCount() == 0) {
      return;
    }
    running.interrupt();
    try {
      boolean stopped = done.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      if (!stopped) {
        System.err.println("spindle: the command did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
