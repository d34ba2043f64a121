package spindle.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a plan will take, measured by a few real steps before it starts.
///
/// Some designs of its first stage are tried, from the one that should take the least work to the
/// one that should take the most, on the devices of the plan with all slots at work. The
/// confirmation is not counted.
///
/// @param probes what was measured, the design of least work first; empty if none could be
/// @param fewest designs if every stage is settled at its first look
/// @param most designs if no candidate ever drops out
/// @param slots designs at once
/// @param problems what went wrong, a sentence each
public record Preflight(
    List<Probe> probes, int fewest, int most, int slots, List<String> problems) {

  private static final double GIGABYTE = 1 << 30;

  /// Copies the lists.
  public Preflight {
    probes = List.copyOf(probes);
    problems = List.copyOf(problems);
  }

  /// What one design takes.
  ///
  /// @param candidate that it was drawn from
  /// @param time of its trials on all tasks, from the first step to the score, one after the other
  /// @param memoryBytes most memory that its worker occupied, with all slots at work; 0 if unknown
  public record Probe(String candidate, Duration time, long memoryBytes) {}

  /// Returns the time of the plan at best: each design as fast as the fastest probe, every stage
  /// settled at its first look; empty if nothing was measured.
  public Optional<Duration> shortest() {
    return times().min(Comparator.naturalOrder()).map(time -> over(time, fewest));
  }

  /// Returns the time of the plan at worst: each design as slow as the slowest probe, no candidate
  /// ever dropped; empty if nothing was measured.
  public Optional<Duration> longest() {
    return times().max(Comparator.naturalOrder()).map(time -> over(time, most));
  }

  /// Returns the most memory that a worker occupied, in bytes; 0 if unknown.
  public long memoryBytes() {
    return probes.stream().mapToLong(Probe::memoryBytes).max().orElse(0);
  }

  /// Returns what was found, in a sentence or two for the user.
  public String sentence() {
    List<String> parts = new ArrayList<>();
    if (!probes.isEmpty()) {
      parts.add(
          "A design takes %s to %s; the plan takes %s (%d designs) to %s (%d designs) with %d at once."
              .formatted(
                  seconds(times().min(Comparator.naturalOrder()).orElseThrow()),
                  seconds(times().max(Comparator.naturalOrder()).orElseThrow()),
                  Forecast.words(shortest().orElseThrow()),
                  fewest,
                  Forecast.words(longest().orElseThrow()),
                  most,
                  slots));
    }
    if (memoryBytes() > 0) {
      parts.add(
          String.format(
              Locale.ROOT, "A worker needs up to %.1f GB of memory.", memoryBytes() / GIGABYTE));
    }
    parts.addAll(problems);
    return String.join(" ", parts);
  }

  private Stream<Duration> times() {
    return probes.stream().map(Probe::time);
  }

  private Duration over(Duration each, int designs) {
    return each.multipliedBy(Math.ceilDiv(designs, slots));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
