package spindle.app;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import spindle.ui.PlainWindow;

/// The toolkit's entry to the window. Public because the toolkit makes it by reflection.
///
/// With the property `spindle.quit` it closes once it has been drawn, which is how the start-up
/// cache is recorded.
public final class WindowApplication extends Application {

  @Override
  public void start(Stage stage) {
    new PlainWindow(Main.COMMAND_LINE).show(stage);
    if (Boolean.getBoolean("spindle.quit")) {
      PauseTransition drawn = new PauseTransition(Duration.millis(500));
      drawn.setOnFinished(_ -> Platform.exit());
      drawn.play();
    }
  }
}
