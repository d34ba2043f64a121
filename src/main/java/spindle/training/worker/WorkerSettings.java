package spindle.training.worker;

import java.time.Duration;

/// Limits and waiting times of workers.
///
/// @param heartbeat how often a worker says that it lives
/// @param silence a worker that is not heard of for so long is killed
/// @param startup a worker that is not ready after so long is killed; the first start on a machine
///   unpacks the native libraries
/// @param grace what running trials get to stop when the runner closes; then their worker is killed
/// @param runs how often a trial is begun before it counts as lost, at least 1
/// @param trialsPerWorker after so many trials a worker is replaced by a fresh one, at least 1
/// @param heapMegabytes largest Java heap of a worker; tensors live outside of it
public record WorkerSettings(
    Duration heartbeat,
    Duration silence,
    Duration startup,
    Duration grace,
    int runs,
    int trialsPerWorker,
    int heapMegabytes) {

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException naming the setting that is out of range
  public WorkerSettings {
    require(heartbeat.toMillis() >= 1, "heartbeat must be at least a millisecond: " + heartbeat);
    require(
        silence.compareTo(heartbeat) > 0, "silence must be longer than a heartbeat: " + silence);
    require(
        startup.compareTo(heartbeat) > 0, "startup must be longer than a heartbeat: " + startup);
    require(!grace.isNegative(), "grace must not be negative: " + grace);
    require(runs >= 1, "a trial needs at least one run: " + runs);
    require(trialsPerWorker >= 1, "a worker needs at least one trial: " + trialsPerWorker);
    require(heapMegabytes >= 16, "the heap needs at least 16 megabytes: " + heapMegabytes);
  }

  /// Returns the usual settings: heartbeat 2 s, silence 30 s, startup 5 min, grace 2 s, four runs
  /// (so that a lost trial begins again up to three times), workers kept for ever, 1 GiB of heap.
  public static WorkerSettings usual() {
    return new WorkerSettings(
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofSeconds(2),
        4,
        Integer.MAX_VALUE,
        1024);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
