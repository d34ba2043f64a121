package spindle.ui.explorer;

import spindle.study.Candidate;
import spindle.study.Candidate.Constraint;
import spindle.study.StageKind;
import spindle.ui.Texts;
import spindle.ui.session.CandidateNames;

/// The words for dimensions and candidates.
public final class StageWords {
  private StageWords() {}

  /// Returns the name of a dimension, such as `Layer grouping`.
  public static String title(StageKind kind) {
    return switch (kind) {
      case StageKind.Grouping() -> Texts.of("explorer.grouping");
      case StageKind.Allocation() -> Texts.of("explorer.allocation");
      case StageKind.Tuned() -> Texts.of("explorer.tuned");
      case StageKind.Strategies(int group) -> Texts.of("explorer.strategies", "G" + (group + 1));
    };
  }

  /// Returns what a dimension asks, with its source, in one sentence.
  public static String question(StageKind kind) {
    return switch (kind) {
      case StageKind.Grouping() -> Texts.of("explorer.grouping.tip");
      case StageKind.Allocation() -> Texts.of("explorer.allocation.tip");
      case StageKind.Tuned() -> Texts.of("explorer.tuned.tip");
      case StageKind.Strategies(int group) ->
          Texts.of("explorer.strategies.tip", "G" + (group + 1));
    };
  }

  /// Returns the name of a candidate where there is no room for the whole: strategy sets by their
  /// letters.
  public static String brief(Candidate candidate) {
    return candidate.constraint() instanceof Constraint.Strategies
        ? candidate.name()
        : CandidateNames.of(candidate);
  }
}
