package spindle.study;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Compares what this machine computes with what the reference libraries computed. The study owns
/// this interface; training implements it.
public interface ParityCheck {

  /// Runs the cases that come with the program.
  ///
  /// @param results gets each case as soon as it has been run
  void runBundled(Device device, Consumer<ParityResult> results);

  /// Runs every case below a folder.
  ///
  /// An unchecked exception whose message is a sentence for the user says what is wrong with the
  /// folder as a whole; a broken case is a result.
  ///
  /// @param results gets each case as soon as it has been run, in the order of their paths
  void run(Path folder, Device device, Consumer<ParityResult> results);
}
