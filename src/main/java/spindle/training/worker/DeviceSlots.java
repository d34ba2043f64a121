package spindle.training.worker;

/// A device and how many trials train on it at once.
///
/// @param device `cpu` or `gpu:0`, `gpu:1`, …
/// @param slots trials at once, at least 1; on a CPU, one for each core is a good number
public record DeviceSlots(String device, int slots) {

  /// Checks the slots.
  ///
  /// @throws IllegalArgumentException if there is no slot
  public DeviceSlots {
    if (slots < 1) {
      throw new IllegalArgumentException("a device needs at least one slot: " + slots);
    }
  }
}
