package spindle.study;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the runner of a study may use.
///
/// @param places devices and trials at once on each, each device once, at least one
/// @param time after which it pauses, counted from its start; empty for no limit
/// @param trials after which it pauses, counted from its start; empty for no limit
public record RunLimits(List<Place> places, Optional<Duration> time, Optional<Integer> trials) {

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if there is no place, a device comes twice, or a limit is
  ///   below 1
  public RunLimits {
    places = List.copyOf(places);
    if (places.isEmpty() || places.stream().map(Place::device).distinct().count() < places.size()) {
      throw new IllegalArgumentException("a study runs on devices, each named once: " + places);
    }
    if (time.isPresent() && !time.get().isPositive()) {
      throw new IllegalArgumentException("a limit of time must be above 0: " + time.get());
    }
    if (trials.isPresent() && trials.get() < 1) {
      throw new IllegalArgumentException("a limit of trials must be at least 1: " + trials.get());
    }
  }

  /// Returns no limit but the devices.
  public static RunLimits on(List<Place> places) {
    return new RunLimits(places, Optional.empty(), Optional.empty());
  }
}
