package spindle.study;

import java.time.Instant;

/// Something that happened to a study, for its user to read.
///
/// @param number from 1, in order
/// @param at when
/// @param level how much it matters
/// @param text one sentence
public record StudyEvent(long number, Instant at, Level level, String text) {

  /// How much an event matters.
  public enum Level {
    /// As it should be.
    NOTE,
    /// The user may want to do something.
    WARNING
  }
}
