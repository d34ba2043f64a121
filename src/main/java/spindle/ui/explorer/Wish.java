package spindle.ui.explorer;

import java.util.Optional;
import spindle.study.StageKind;

/// What the user wants to see.
///
/// @param path name of the path; empty for the one that is worked on
/// @param stage the dimension; empty for the one that is open
/// @param overlay whether means that the paper reports are shown beside the measured ones
record Wish(Optional<String> path, Optional<StageKind> stage, Overlay overlay) {

  /// What is shown beside the measured scores.
  enum Overlay {
    /// Nothing.
    NONE,
    /// Means that the paper reports, unverified.
    REPORTED
  }

  static final Wish FIRST = new Wish(Optional.empty(), Optional.empty(), Overlay.NONE);

  Wish ofPath(String name) {
    return new Wish(Optional.of(name), Optional.empty(), overlay);
  }

  Wish ofStage(Optional<StageKind> kind) {
    return new Wish(path, kind, overlay);
  }

  Wish with(Overlay other) {
    return new Wish(path, stage, other);
  }
}
