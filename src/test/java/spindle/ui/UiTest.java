package spindle.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import spindle.ui.support.Appearance;
import spindle.ui.theme.Theme;

/// A test that does to a window what a user does. The only class that knows the test driver.
///
/// Fails if a stylesheet draws a warning.
public abstract class UiTest {
  /// Milliseconds to wait for the UI thread on a machine that has other work.
  private static final int LONGEST = 60_000;

  private final FxRobot robot = new FxRobot();
  private final CssLog css = new CssLog();
  private @Nullable Appearance appearance;
  private @Nullable Stage stage;

  @BeforeEach
  void openStage() throws TimeoutException {
    css.open();
    stage = FxToolkit.registerPrimaryStage();
    run(() -> appearance = new Appearance(Theme.LIGHT));
  }

  @AfterEach
  void closeStage() throws TimeoutException {
    FxToolkit.cleanupStages();
    css.close();
    assertEquals(List.of(), css.messages(), "warnings about stylesheets");
  }

  /// Shows content in a window of a size, with our stylesheets.
  protected final void show(Supplier<? extends Parent> content, int width, int height) {
    run(() -> {
      Scene scene = new Scene(content.get(), width, height);
      appearance().style(scene);
      stage().setMinWidth(0); // the stage is the same in all tests, and another may have sized it
      stage().setMinHeight(0);
      stage().setScene(scene);
      stage().sizeToScene();
      stage().setX(0);
      stage().setY(0);
      stage().show();
    });
  }

  /// Shows what was shown in another theme.
  protected final void switchTo(Theme theme) {
    run(() -> appearance().show(theme));
  }

  /// Runs an action on the UI thread and waits until it and all it caused have run.
  protected final void run(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(LONGEST, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Runs an action on the UI thread, at once if this is it, and waits for it.
  protected final void onUi(Runnable action) {
    if (javafx.application.Platform.isFxApplicationThread()) {
      action.run();
    } else {
      run(action);
    }
  }

  /// Asks the UI thread for a value.
  protected final <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(LONGEST, question);
  }

  /// Waits until a condition holds on the UI thread, at most two minutes: the machine may have
  /// other work.
  protected final void await(BooleanSupplier condition) {
    long end = System.nanoTime() + 120_000_000_000L;
    while (!ask(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the condition never held");
      }
      WaitForAsyncUtils.waitForFxEvents(1);
    }
  }

  /// Returns the first node of a selector, such as `#keep` or `.chip`.
  protected final Node find(String selector) {
    return robot.lookup(selector).query();
  }

  /// Returns all nodes of a selector.
  protected final List<Node> findAll(String selector) {
    return List.copyOf(robot.lookup(selector).queryAll());
  }

  protected final void click(String selector) {
    await(() -> isAtRest(selector));
    robot.clickOn(find(selector));
  }

  /// Says whether a node lies where it will be drawn: a click that is aimed before a pulse has laid
  /// out what changed goes astray.
  private boolean isAtRest(String selector) {
    Node node = find(selector);
    var before = node.localToScreen(node.getBoundsInLocal());
    node.getScene().getRoot().applyCss();
    node.getScene().getRoot().layout();
    return find(selector).equals(node)
        && Objects.equals(before, node.localToScreen(node.getBoundsInLocal()));
  }

  protected final void click(Node node) {
    robot.clickOn(node);
  }

  /// Clicks at a place of a node, in its own coordinates.
  protected final void clickAt(Node node, double x, double y) {
    Point2D place = onScreen(node, x, y);
    robot.clickOn(place.getX(), place.getY(), MouseButton.PRIMARY);
  }

  /// Moves the mouse to a place of a node, in its own coordinates.
  protected final void moveTo(Node node, double x, double y) {
    Point2D place = onScreen(node, x, y);
    robot.moveTo(place.getX(), place.getY());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Presses on one node, moves by some pixels, releases.
  protected final void dragBy(Node node, double dx, double dy) {
    robot.moveTo(node).press(MouseButton.PRIMARY).moveBy(dx, dy).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Presses at a place of a node, moves to another of its places, releases.
  protected final void dragInside(Node node, Point2D from, Point2D to) {
    moveTo(node, from.getX(), from.getY());
    robot.press(MouseButton.PRIMARY);
    moveTo(node, to.getX(), to.getY());
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Presses on one node and releases on another.
  protected final void dragOnto(Node from, Node to) {
    hold(from, to);
    letGo();
  }

  /// Presses on one node and moves onto another, without releasing.
  protected final void hold(Node from, Node to) {
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).moveBy(2, 2);
    WaitForAsyncUtils.waitForFxEvents();
  }

  protected final void letGo() {
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Turns the wheel over the mouse; up is positive.
  protected final void wheel(int steps) {
    robot.scroll(
        Math.abs(steps),
        steps > 0 ? javafx.geometry.VerticalDirection.UP : javafx.geometry.VerticalDirection.DOWN);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Presses keys together.
  protected final void press(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  protected final void focus(Node node) {
    run(node::requestFocus);
  }

  protected final void type(String text) {
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Returns a picture of the window; also written to `target/pictures` under the name.
  protected final WritableImage picture(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage image = ask(() -> stage().getScene().snapshot(null));
    BufferedImage pixels = SwingFXUtils.fromFXImage(image, null);
    Path folder = Path.of("target", "pictures");
    try {
      Files.createDirectories(folder);
      ImageIO.write(pixels, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return image;
  }

  /// Returns the warnings about stylesheets so far and forgets them.
  protected final List<String> takeCssWarnings() {
    WaitForAsyncUtils.waitForFxEvents();
    List<String> taken = css.messages();
    css.clear();
    return taken;
  }

  protected final Stage stage() {
    return Objects.requireNonNull(stage);
  }

  protected final Appearance appearance() {
    return Objects.requireNonNull(appearance);
  }

  private Point2D onScreen(Node node, double x, double y) {
    return ask(() -> {
      Bounds bounds = node.getBoundsInLocal();
      return node.localToScreen(bounds.getMinX() + x, bounds.getMinY() + y);
    });
  }
}
