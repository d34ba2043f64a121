package spindle.study;

import java.nio.file.Path;

/// Writes patterns to files. The study owns this interface; the export implements it.
@FunctionalInterface
public interface PatternWriter {

  /// Writes the pattern of a path with the evidence for each decision.
  ///
  /// @param file is replaced if it exists
  /// @throws IllegalArgumentException if the path has no pattern yet, naming what is open
  void write(Study study, StudyPath path, Path file);
}
