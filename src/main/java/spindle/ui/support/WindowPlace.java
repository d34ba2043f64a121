package spindle.ui.support;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where a window was when it was last closed.
///
/// @param x of its left edge on the desktop
/// @param y of its upper edge
/// @param width in pixels
/// @param height in pixels
/// @param maximized whether it filled the screen
public record WindowPlace(double x, double y, double width, double height, Fill maximized) {
  /// The smallest size that all screens are laid out for.
  public static final double LEAST_WIDTH = 1100;

  /// The smallest height that all screens are laid out for.
  public static final double LEAST_HEIGHT = 700;

  /// Whether a window fills the screen.
  public enum Fill {
    /// It has its own size.
    NO,
    /// It fills the screen.
    YES
  }

  /// Returns where a window is now.
  public static WindowPlace of(Stage stage) {
    return new WindowPlace(
        stage.getX(),
        stage.getY(),
        stage.getWidth(),
        stage.getHeight(),
        stage.isMaximized() ? Fill.YES : Fill.NO);
  }

  /// Puts a window here if a screen still shows that place; else its size alone is taken.
  public void apply(Stage stage) {
    stage.setWidth(Math.max(LEAST_WIDTH, width));
    stage.setHeight(Math.max(LEAST_HEIGHT, height));
    boolean seen =
        Screen.getScreensForRectangle(x, y, width, height).stream()
            .map(Screen::getVisualBounds)
            .anyMatch(bounds -> showsTitle(bounds));
    if (seen) {
      stage.setX(x);
      stage.setY(y);
    }
    stage.setMaximized(maximized == Fill.YES);
  }

  /// The user must be able to take hold of the title bar.
  private boolean showsTitle(Rectangle2D bounds) {
    return bounds.contains(x + width / 2, Math.max(y, bounds.getMinY()) + 8);
  }
}
