package spindle.study;

import java.time.Duration;
import java.time.Instant;

/// Who owns a study.
///
/// @param host machine of the owner
/// @param process its id there
/// @param started when the process was started
/// @param heard when it was last heard of
/// @param life whether it lives, as far as this machine can tell
public record Ownership(
    String host, long process, Instant started, Instant heard, Ownership.Life life) {

  /// Silence after which an owner on another machine is taken for gone.
  public static final Duration PATIENCE = Duration.ofMinutes(1);

  /// Whether an owner lives.
  public enum Life {
    /// Its process is there, or it was heard of lately from another machine.
    ALIVE,
    /// Its process is gone, or it was not heard of for too long.
    GONE
  }
}
