package spindle.ui.session;

import java.util.Locale;
import java.util.Optional;
import spindle.design.Design;

/// Where a study asks for a trial first.
///
/// @param stage id of the stage, such as `grouping`, or `confirmation`
/// @param candidate name of the candidate, or of the contender of a confirmation
/// @param draw number of the draw or repetition, from 0
/// @param design what it trains, without sizes; empty for a contender that is none
/// @param task name of the task
public record TrialPlace(
    String stage, String candidate, int draw, Optional<Design> design, String task) {

  /// Returns what the user knows the trial by, such as `Spindle 3, reviews`.
  public String label() {
    String name = candidate.substring(0, 1).toUpperCase(Locale.ROOT) + candidate.substring(1);
    return name + " " + (draw + 1) + ", " + task;
  }
}
