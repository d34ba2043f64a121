package spindle.ui.session;

/// Whether an engine runs a study, as its user needs to know it.
public enum EngineLife {
  /// None does, and none should.
  NONE,
  /// One was started and has not yet taken the study, or has not said yet what it does.
  STARTING,
  /// One runs it.
  RUNS,
  /// One was started but never took the study.
  SILENT,
  /// The one that ran it is gone without having said so: it was killed, or its machine was.
  LOST
}
