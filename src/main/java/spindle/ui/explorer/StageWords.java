package spindle.ui.explorer;

import java.util.Locale;
import spindle.study.Candidate;
import spindle.study.Candidate.Constraint;
import spindle.study.StageKind;
import spindle.ui.Texts;

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

  /// Returns the name of a candidate as the user reads it: patterns with a capital, strategy sets
  /// spelled out, all else as it is.
  public static String title(Candidate candidate) {
    String name = candidate.name();
    return switch (candidate.constraint()) {
      case Constraint.Grouping _, Constraint.Allocation _ ->
          name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      case Constraint.Tuned _ -> name.replace(",", " ");
      case Constraint.Strategies(int _, var set) ->
          name.equals(set.letters())
              ? String.join(" + ", set.strategies().stream().map(Texts::name).toList())
              : name;
    };
  }

  /// Returns the name of a candidate where there is little room: strategy sets by their letters.
  public static String brief(Candidate candidate) {
    return candidate.constraint() instanceof Constraint.Strategies
        ? candidate.name()
        : title(candidate);
  }
}
