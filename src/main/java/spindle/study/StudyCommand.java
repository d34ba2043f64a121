package spindle.study;

import java.nio.file.Path;

/// What the owner of a study is asked to do.
public sealed interface StudyCommand {

  /// Run a path until nothing is left to do.
  ///
  /// @param path name of the path
  record Start(String path) implements StudyCommand {}

  /// Start no more trials; running ones go on.
  record Pause() implements StudyCommand {}

  /// Start trials again.
  record Resume() implements StudyCommand {}

  /// Cancel the running trials without recording an end, and give the study back.
  record Stop() implements StudyCommand {}

  /// End one trial; it counts as cancelled.
  ///
  /// @param key name of the trial, its [TrialKey]
  record Cancel(String key) implements StudyCommand {}

  /// Attempt a trial anew that ended without a score.
  ///
  /// @param key name of the trial, its [TrialKey]
  record Retry(String key) implements StudyCommand {}

  /// Change what the runner may use.
  ///
  /// @param limits the new limits
  record Limit(RunLimits limits) implements StudyCommand {}

  /// Change how candidates are compared.
  ///
  /// @param protocol the new protocol
  record Compare(Protocol protocol) implements StudyCommand {}

  /// Decide a stage by its data.
  ///
  /// @param path name of the path
  /// @param stage the path's open stage; if it is another one, nothing is decided
  record Keep(String path, StageKind stage) implements StudyCommand {}

  /// Decide a stage against or before its data.
  ///
  /// @param path name of the path
  /// @param stage the path's open stage; if it is another one, nothing is decided
  /// @param candidate name of the candidate
  /// @param reason in the user's words, not blank
  @SuppressWarnings("AvoidCommonTypeNames") // what the user does is called an override
  record Override(String path, StageKind stage, String candidate, String reason)
      implements StudyCommand {}

  /// Change the candidates of a stage that is still open.
  ///
  /// @param path name of the path
  /// @param stage with all its candidates
  record Edit(String path, Stage stage) implements StudyCommand {}

  /// Make a new path that decides a dimension and the later ones anew.
  ///
  /// @param path name of the path that it leaves
  /// @param from the dimension
  /// @param name of the new path
  record Fork(String path, StageKind from, String name) implements StudyCommand {}

  /// Confirm the pattern of a path.
  ///
  /// @param path name of the path, all its stages decided
  /// @param plan how
  record Confirm(String path, ConfirmationPlan plan) implements StudyCommand {}

  /// Write the pattern of a path to a file.
  ///
  /// @param path name of the path
  /// @param file on the owner's machine
  record Export(String path, Path file) implements StudyCommand {}
}
