package spindle.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a confirmation found, on data that no selection has seen.
///
/// @param contenders those that have a score, the pattern first
public record ConfirmationResult(List<Confirmed> contenders) {

  /// Copies the list.
  public ConfirmationResult {
    contenders = List.copyOf(contenders);
  }

  /// The scores of one contender.
  ///
  /// @param name of the contender
  /// @param repetitions with a score
  /// @param mean over repetitions and tasks
  /// @param interval of the mean, 95 %, by Student's t: repetitions are too few for resampling
  /// @param ahead how far the pattern is ahead of it, on the repetitions that both have; empty for
  ///   the pattern itself
  /// @param adjusted probability of so large a difference were there none, Holm-corrected for all
  ///   contenders; empty for the pattern itself
  /// @param tasks mean of each task, over the repetitions with a score of that task
  public record Confirmed(
      String name,
      int repetitions,
      double mean,
      Interval interval,
      Optional<Standing.Lead> ahead,
      OptionalDouble adjusted,
      Map<String, Double> tasks) {
    /// Copies the map.
    public Confirmed {
      tasks = Map.copyOf(tasks);
    }
  }
}
