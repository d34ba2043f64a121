package spindle.training.worker;

import java.util.Map;
import java.util.OptionalLong;

/// How the worker of a device is.
///
/// @param place the device and its slots
/// @param process id of its process; none while it has no work
/// @param starts processes started for the device so far
/// @param residentBytes memory of the process as of its last heartbeat; 0 if unknown
/// @param steps last step of each trial that it trains, by trial
/// @param versions of what the numbers depend on, by name; none before the first start
public record WorkerStatus(
    DeviceSlots place,
    OptionalLong process,
    int starts,
    long residentBytes,
    Map<String, Integer> steps,
    Map<String, String> versions) {

  /// Copies the maps.
  public WorkerStatus {
    steps = Map.copyOf(steps);
    versions = Map.copyOf(versions);
  }
}
