package spindle.study;

import java.util.Optional;

/// What the owner of a study says that it is doing.
///
/// @param phase what
/// @param path name of the path that it runs, if any
/// @param text the same in a sentence for the user; why, if it is paused
public record StudyState(Phase phase, Optional<String> path, String text) {

  /// What an owner can be doing.
  public enum Phase {
    /// Nothing.
    IDLE,
    /// Starting trials as slots get free.
    RUNNING,
    /// Starting no more trials until it is told to.
    PAUSED
  }
}
