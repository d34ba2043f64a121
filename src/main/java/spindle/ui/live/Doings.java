package spindle.ui.live;

import spindle.study.StudyState;
import spindle.ui.live.LiveEvent.Doing;
import spindle.ui.session.Standing;

/// What a study is doing, as the live page tells it.
final class Doings {
  private Doings() {}

  /// Returns what a study is doing.
  ///
  /// @param waiting trainings that are yet to be started
  static LiveEvent.Activity of(Standing standing, int waiting) {
    return new LiveEvent.Activity(doing(standing), standing.study().state().text(), waiting);
  }

  private static Doing doing(Standing standing) {
    if (!standing.isWritable()) {
      return Doing.READ_ONLY;
    }
    return switch (standing.engine()) {
      case STARTING -> Doing.STARTING;
      case NONE, SILENT, LOST -> Doing.NOTHING;
      case RUNS -> doing(standing.study().state().phase());
    };
  }

  /// An engine that does nothing has said that it ends.
  private static Doing doing(StudyState.Phase phase) {
    return switch (phase) {
      case RUNNING -> Doing.TRAINING;
      case PAUSED -> Doing.PAUSED;
      case IDLE -> Doing.STOPPING;
    };
  }
}
