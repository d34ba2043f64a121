package spindle.training.worker;

/// A device and how many trials train on it at once.
///
/// @param device `cpu` or `gpu:0`, `gpu:1`, …
/// @param slots trials at once, at least 1; on a CPU, one for each core is a good number
/// @param together most trials of equal structure that slots train in one call a step, 1 if each is
///   trained for itself
public record DeviceSlots(String device, int slots, int together) {

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if there is no slot, or fewer slots than are to train
  ///   together
  public DeviceSlots {
    if (slots < 1) {
      throw new IllegalArgumentException("a device needs at least one slot: " + slots);
    }
    if (together < 1 || together > slots) {
      throw new IllegalArgumentException(
          "of " + slots + " slots " + together + " cannot train together");
    }
  }

  /// Makes a device whose trials are each trained for itself.
  public DeviceSlots(String device, int slots) {
    this(device, slots, 1);
  }
}
