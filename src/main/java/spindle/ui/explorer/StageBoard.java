package spindle.ui.explorer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import spindle.study.Stage;
import spindle.study.StageKind;
import spindle.study.Verdict;
import spindle.ui.plot.Scores;

/// The dimension that the explorer shows.
///
/// @param stage with its candidates
/// @param state how far it has come
/// @param candidates as cards
/// @param dots the design of each dot, by the name of its first training
/// @param verdict what the scores show
/// @param decision chosen candidate and reason in words, if it is decided
/// @param keep whether it can be kept, or why not
public record StageBoard(
    Stage stage,
    StepState state,
    List<CandidateView> candidates,
    Map<String, DotView> dots,
    Verdict verdict,
    Optional<String> decision,
    Keep keep) {

  /// Whether the leader can be kept.
  public sealed interface Keep {
    /// It can.
    ///
    /// @param leader its name
    record Possible(String leader) implements Keep {}

    /// It cannot yet, or not any more.
    ///
    /// @param why in a sentence
    record Refused(String why) implements Keep {}
  }

  /// Copies the collections.
  public StageBoard {
    candidates = List.copyOf(candidates);
    dots = Map.copyOf(dots);
  }

  /// Returns the dimension.
  public StageKind kind() {
    return stage.kind();
  }

  /// Says whether it can still be decided and edited.
  public boolean isOpen() {
    return state == StepState.OPEN || state == StepState.RUNNING;
  }

  /// Returns the candidate of a name, if there is one.
  public Optional<CandidateView> candidate(String name) {
    return candidates.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
  }

  /// Returns the scores of all candidates, for the plots.
  ///
  /// @param title of the axis of scores
  public Scores scores(String title) {
    return new Scores(candidates.stream().map(CandidateView::scores).toList(), title);
  }
}
