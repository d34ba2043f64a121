package spindle.ui.welcome;

import java.nio.file.Path;
import java.util.List;

/// What the welcome page asks of studies. Its methods may take long and are called off the UI
/// thread; a failure is a runtime exception whose message is a sentence for the user.
public interface WelcomeGateway {

  /// Returns the studies that were open before and still exist, the latest first.
  List<RecentStudy> recent();

  /// Opens the sample study, making it if this is the first time.
  void openSample();

  /// Opens the study of a file.
  void open(Path file);
}
