package spindle.study;

import java.util.Optional;

/// A device and how many trials it trains at once.
///
/// @param device where
/// @param slots trials at once, at least 1; on a processor, one for each core is a good number
/// @param fused most trials of equal structure that slots train in one call a step, 2 to
///   [#MOST_FUSED]; empty if each is trained for itself. The last digits of what fused trials give
///   depend on what runs together
public record Place(Device device, int slots, Optional<Integer> fused) {

  /// Most trials in one call a step.
  public static final int MOST_FUSED = 16;

  /// Checks the slots and the trials in one call; one such trial is none.
  ///
  /// @throws IllegalArgumentException if there is no slot, or the trials are out of range
  public Place {
    if (slots < 1) {
      throw new IllegalArgumentException("a device needs at least one slot: " + slots);
    }
    fused
        .filter(most -> most < 1 || most > MOST_FUSED)
        .ifPresent(most -> {
          throw new IllegalArgumentException(
              "1 to " + MOST_FUSED + " trials can be trained in one call: " + most);
        });
    fused = fused.filter(most -> most > 1);
  }

  /// Makes a place whose trials are each trained for itself.
  public Place(Device device, int slots) {
    this(device, slots, Optional.empty());
  }

  /// Returns the most trials in one call, not more than slots; 1 if each is trained for itself.
  public int together() {
    return Math.min(slots, fused.orElse(1));
  }
}
