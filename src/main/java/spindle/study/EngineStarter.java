package spindle.study;

import java.nio.file.Path;

/// Starts engines as processes of their own. The study owns this interface; the program implements
/// it.
@FunctionalInterface
public interface EngineStarter {

  /// Starts a process that runs a study and outlives this one, and returns at once.
  ///
  /// @param study file of the study
  /// @param path name of the path to run
  /// @return the file that the process writes to
  /// @throws StoreException if no process can be started
  Path start(Path study, String path);
}
