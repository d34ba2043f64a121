package spindle.study;

/// A device and how many trials it trains at once.
///
/// @param device where
/// @param slots trials at once, at least 1; on a processor, one for each core is a good number
public record Place(Device device, int slots) {

  /// Checks the slots.
  ///
  /// @throws IllegalArgumentException if there is none
  public Place {
    if (slots < 1) {
      throw new IllegalArgumentException("a device needs at least one slot: " + slots);
    }
  }
}
