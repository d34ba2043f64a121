package spindle.ui.session;

import spindle.ui.Texts;

/// What the dimensions of a study are called.
public final class StageNames {
  private StageNames() {}

  /// Returns the name of a stage.
  ///
  /// @param id `grouping`, `allocation`, `groups`, `G1` and so on, or `confirmation`
  public static String of(String id) {
    return switch (id) {
      case "grouping" -> Texts.of("stage.grouping");
      case "allocation" -> Texts.of("stage.allocation");
      case "groups" -> Texts.of("stage.groups");
      case "confirmation" -> Texts.of("stage.confirmation");
      default -> Texts.of("stage.strategies", id);
    };
  }
}
