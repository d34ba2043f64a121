package spindle.ui.setup;

import java.nio.file.Path;
import java.util.List;
import spindle.study.BackboneInfo;

/// What the set-up asks of the program. All but [#freeFile()] may take long and are called off the
/// UI thread; a failure is a runtime exception whose message is a sentence for the user.
interface SetupGateway {

  /// Returns a file that does not exist, for the next study.
  Path freeFile();

  /// Returns the backbones that are known by name.
  List<BackboneInfo> backbones();

  /// Returns what a backbone is.
  BackboneInfo inspect(String name);

  /// Trains a few steps and returns what the plan will take, in a sentence or two.
  ///
  /// @throws InterruptedException if the thread is interrupted
  String measure(SetupDraft draft) throws InterruptedException;

  /// Makes the study, opens it and starts it.
  void create(SetupDraft draft);
}
