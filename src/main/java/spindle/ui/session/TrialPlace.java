package spindle.ui.session;

import java.util.Optional;
import spindle.design.Design;

/// Where a study asks for a trial first.
///
/// @param stage id of the stage, such as `grouping`, or `confirmation`
/// @param candidate the candidate, or the contender of a confirmation, as the user reads it
/// @param draw number of the draw or repetition, from 0
/// @param design what it trains, without sizes; empty for a contender that is none
/// @param task name of the task
public record TrialPlace(
    String stage, String candidate, int draw, Optional<Design> design, String task) {

  /// Returns what the user knows the trial by, such as `Spindle 3, reviews`.
  public String label() {
    return candidate + " " + (draw + 1) + ", " + task;
  }
}
