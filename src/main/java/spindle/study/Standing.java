package spindle.study;

import java.util.Optional;
import java.util.OptionalDouble;

/// A candidate in a verdict.
///
/// @param candidate its name
/// @param designs of it that were measured
/// @param value the criterion of its own designs
/// @param interval of the criterion
/// @param probabilityBest share of the resamples in which it is ahead of all others
/// @param behind how far the leader is ahead, on the designs that both were measured on; empty for
///   the leader itself, and if they share none
/// @param adjusted probability of such a lead were there no difference, corrected for the looks and
///   the other candidates; empty for the leader and before the first look
/// @param dropped when it left the race and why; empty if it is still in it
public record Standing(
    String candidate,
    int designs,
    double value,
    Interval interval,
    double probabilityBest,
    Optional<Lead> behind,
    OptionalDouble adjusted,
    Optional<Race.Dropped> dropped) {

  /// How far one candidate is ahead of another.
  ///
  /// @param difference of their criteria
  /// @param interval of the difference
  public record Lead(double difference, Interval interval) {}
}
