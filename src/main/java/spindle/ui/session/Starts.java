package spindle.ui.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import spindle.study.StudyState;

/// The engine that was started last and whether it has come. Safe for use by several threads.
final class Starts {

  /// Time after which an engine that has not taken its study is taken for failed.
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InstantSource clock;
  private @Nullable Instant begun;
  private @Nullable Path output;
  private boolean heard;

  Starts(InstantSource clock) {
    this.clock = clock;
  }

  /// Takes note of an engine that was started.
  ///
  /// @param where the file that it writes to
  synchronized void begun(Path where) {
    begun = clock.instant();
    output = where;
  }

  /// Says whether an engine was started that may still come.
  synchronized boolean isPending() {
    return begun != null && Duration.between(begun, clock.instant()).compareTo(PATIENCE) < 0;
  }

  /// Returns where the engine wrote that never came; empty text if there is none.
  synchronized String output() {
    return output == null ? "" : output.toString();
  }

  /// Returns how it stands with the engine of a study. One that owns the study and has said nothing
  /// yet is still being started; one that said something and is idle again is about to leave.
  ///
  /// @param runs whether one owns the study
  /// @param phase what was last said of it
  synchronized EngineLife life(boolean runs, StudyState.Phase phase) {
    heard = runs && (heard || phase != StudyState.Phase.IDLE);
    if (runs) {
      begun = heard ? null : begun;
      return heard ? EngineLife.RUNS : EngineLife.STARTING;
    }
    if (begun != null) {
      return isPending() ? EngineLife.STARTING : EngineLife.SILENT;
    }
    return phase == StudyState.Phase.IDLE ? EngineLife.NONE : EngineLife.LOST;
  }
}
