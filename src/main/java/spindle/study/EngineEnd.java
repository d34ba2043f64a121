package spindle.study;

/// Why an engine has ended.
public enum EngineEnd {
  /// Nothing is left to do on its path.
  DONE,
  /// It was told to stop; the study can be continued.
  STOPPED,
  /// The process ends; the study can be continued.
  INTERRUPTED
}
