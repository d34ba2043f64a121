package spindle.ui.session;

/// How an open study stands.
///
/// @param study what is recorded
/// @param engine whether an engine runs it
public record Standing(StudySnapshot study, EngineLife engine) {

  /// Says whether the study may be changed: its file is sound and of this version.
  public boolean isWritable() {
    return study.notice().isEmpty();
  }
}
