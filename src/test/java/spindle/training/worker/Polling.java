package spindle.training.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waiting for what nobody announces.
final class Polling {

  private Polling() {}

  /// Waits until something holds; fails after a minute.
  static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it does not come");
      LockSupport.parkNanos(5_000_000);
    }
  }
}
