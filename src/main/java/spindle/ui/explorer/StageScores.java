package spindle.ui.explorer;

import java.util.Optional;
import spindle.study.StageKind;
import spindle.study.StudyPath;
import spindle.ui.Texts;
import spindle.ui.plot.Scores;
import spindle.ui.session.StudySnapshot;

/// The scores of a decided dimension, for plots on other pages.
public final class StageScores {
  private StageScores() {}

  /// Returns the scores; empty if the dimension is not decided on the path. Takes milliseconds.
  public static Optional<Scores> of(StudySnapshot study, String name, StageKind kind) {
    StudyPath path = study.path(name);
    return path.decision(kind)
        .map(decision ->
            new BoardMaker(
                    study.plan(), path, StepState.DECIDED, study.study().decided(path, decision))
                .board(Wish.Overlay.NONE, Optional.of(decision))
                .scores(Texts.of("explorer.score")));
  }
}
