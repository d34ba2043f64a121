package spindle.ui.session;

import java.time.Instant;
import java.util.Optional;
import spindle.study.Attempt;
import spindle.study.StudyState;

/// How an open study stands.
///
/// @param study what is recorded
/// @param engine whether an engine runs it
/// @param since when the process of that engine was started; empty if none runs
public record Standing(StudySnapshot study, EngineLife engine, Optional<Instant> since) {

  /// Returns how a study stands as far as a snapshot alone tells.
  public static Standing of(StudySnapshot study) {
    boolean idle = study.state().phase() == StudyState.Phase.IDLE;
    EngineLife engine = study.runs() ? EngineLife.RUNS : idle ? EngineLife.NONE : EngineLife.LOST;
    return new Standing(
        study, engine, study.runs() ? Optional.of(Instant.EPOCH) : Optional.empty());
  }

  /// Says whether the study may be changed: its file is sound and of this version.
  public boolean isWritable() {
    return study.notice().isEmpty();
  }

  /// Says whether an attempt is being trained now. One without an end may also have been stopped
  /// with its study, or killed.
  public boolean isTraining(Attempt attempt) {
    return engine == EngineLife.RUNS
        && attempt.end().isEmpty()
        && since.filter(start -> !attempt.begun().isBefore(start)).isPresent();
  }
}
