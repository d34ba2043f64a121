package spindle.training.worker;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/// The command line of a worker: `--device cpu --slots 2 --together 1 --heartbeat 2000`
/// (milliseconds).
record WorkerArguments(DeviceSlots place, Duration heartbeat) {

  /// Reads a command line.
  ///
  /// @throws IllegalArgumentException naming the argument that is wrong
  static WorkerArguments parse(List<String> arguments) {
    String device = "cpu";
    int slots = 1;
    int together = 1;
    Duration heartbeat = WorkerSettings.usual().heartbeat();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String name = rest.next();
      String value = rest.hasNext() ? rest.next() : "";
      switch (name) {
        case "--device" -> device = value;
        case "--slots" -> slots = number(name, value);
        case "--together" -> together = number(name, value);
        case "--heartbeat" -> heartbeat = Duration.ofMillis(number(name, value));
        default -> throw new IllegalArgumentException("a worker has no argument " + name);
      }
    }
    return new WorkerArguments(new DeviceSlots(device, slots, together), heartbeat);
  }

  List<String> toList() {
    return List.of(
        "--device", place.device(),
        "--slots", Integer.toString(place.slots()),
        "--together", Integer.toString(place.together()),
        "--heartbeat", Long.toString(heartbeat.toMillis()));
  }

  private static int number(String name, String value) {
    try {
      return Math.max(1, Integer.parseInt(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " needs a whole number: " + value, e);
    }
  }
}
