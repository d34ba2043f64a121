package spindle.ui.explorer;

import java.util.Optional;
import spindle.ui.plot.Scores;
import spindle.ui.stack.StackPlot;

/// A candidate as its card shows it.
///
/// @param name in the study
/// @param title for the user
/// @param picture of its layer stack
/// @param scores its designs, their mean with interval, its colour
/// @param state where it stands
/// @param words where it stands, in a few words
/// @param probabilityBest that it is the best of all, once something was measured
/// @param unscored designs that ended without a score
public record CandidateView(
    String name,
    String title,
    StackPlot picture,
    Scores.Candidate scores,
    State state,
    String words,
    Optional<Double> probabilityBest,
    int unscored) {

  /// Where a candidate stands in its stage.
  public enum State {
    /// Nothing was measured.
    WAITING,
    /// More designs of it are trained, or may be.
    RACING,
    /// It is ahead.
    LEADING,
    /// It was beaten and gets no more designs.
    DROPPED,
    /// The stage was decided for it.
    CHOSEN,
    /// The stage was decided for another one.
    PASSED
  }
}
