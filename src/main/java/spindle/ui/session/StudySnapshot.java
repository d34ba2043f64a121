package spindle.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spindle.study.Attempt;
import spindle.study.ConfirmationPlan;
import spindle.study.Forecast;
import spindle.study.RunLimits;
import spindle.study.Study;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.StudyState;
import spindle.study.TrialSpec;

/// An open study at one moment, read from its file; nothing in it changes.
///
/// @param file of the study
/// @param plan with the protocol that is in force
/// @param limits what the runner may use
/// @param state what its engine said last of what it is doing
/// @param runs whether an engine runs it
/// @param paths all of them, in the order in which they were made, `main` first
/// @param current name of the path that goes on
/// @param study answers what follows from plan and trials; takes milliseconds, so ask it off the UI
///   thread
/// @param attempts all attempts, in the order in which they began
/// @param trials what was trained, by the name of the trial
/// @param confirmations how paths are to be confirmed, by path; only those that are
/// @param forecast of the current path
/// @param notice what is wrong with the file, if anything
public record StudySnapshot(
    Path file,
    StudyPlan plan,
    RunLimits limits,
    StudyState state,
    boolean runs,
    List<StudyPath> paths,
    String current,
    Study study,
    List<Attempt> attempts,
    Map<String, TrialSpec> trials,
    Map<String, ConfirmationPlan> confirmations,
    Forecast forecast,
    Optional<String> notice) {

  /// Copies the collections.
  public StudySnapshot {
    paths = List.copyOf(paths);
    attempts = List.copyOf(attempts);
    trials = Map.copyOf(trials);
    confirmations = Map.copyOf(confirmations);
  }

  /// Returns a path.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public StudyPath path(String name) {
    return paths.stream()
        .filter(path -> path.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no path " + name));
  }

  /// Returns the same study with another notice.
  StudySnapshot with(Optional<String> other) {
    return new StudySnapshot(
        file,
        plan,
        limits,
        state,
        runs,
        paths,
        current,
        study,
        attempts,
        trials,
        confirmations,
        forecast,
        other);
  }
}
