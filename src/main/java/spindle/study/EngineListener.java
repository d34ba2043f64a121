package spindle.study;

/// Hears of what an engine does, besides what is recorded. Called from the engine's thread.
public interface EngineListener extends TrialListener {

  /// A stage of a path was decided.
  ///
  /// @param path the path with the decision, its last one
  void decided(StudyPath path, Decision decision);

  /// Something happened.
  ///
  /// @param text one sentence
  void happened(StudyEvent.Level level, String text);
}
