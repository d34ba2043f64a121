package com.sun.glass.ui.headless;

import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.ClipboardAssistance;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import java.util.EnumSet;
import javafx.scene.input.MouseButton;

/// A robot whose pressed button stays with the window that it was pressed on until its release.
@SuppressWarnings("ReferenceEquality") // a window is the same window or another one
final class BenchRobot extends HeadlessRobot {
  private static final int PIXELS_A_WHEEL_STEP = 40;

  private final BenchSupport.App app;
  private final EnumSet<MouseButton> down = EnumSet.noneOf(MouseButton.class);
  private HeadlessWindow grab;
  private HeadlessWindow over;
  private HeadlessWindow dragOver;
  private ClipboardAssistance assistance;
  private double x;
  private double y;

  BenchRobot(BenchSupport.App app) {
    super(app);
    this.app = app;
  }

  @Override
  public double getMouseX() {
    return x;
  }

  @Override
  public double getMouseY() {
    return y;
  }

  @Override
  public void mouseMove(double toX, double toY) {
    x = toX;
    y = toY;
    if (app.dragging()) {
      dragMove();
      return;
    }
    HeadlessWindow window = grab != null && !down.isEmpty() ? grab : windowAtMouse();
    if (window != over) {
      if (over != null && !over.isClosed()) {
        send(over, MouseEvent.EXIT, MouseEvent.BUTTON_NONE, false);
      }
      over = window;
      send(window, MouseEvent.ENTER, MouseEvent.BUTTON_NONE, false);
    }
    if (down.isEmpty()) {
      send(window, MouseEvent.MOVE, MouseEvent.BUTTON_NONE, false);
    } else {
      send(window, MouseEvent.DRAG, getGlassEventButton(down.iterator().next()), false);
    }
  }

  @Override
  public void mousePress(MouseButton... buttons) {
    for (MouseButton button : buttons) {
      down.add(button);
      grab = windowAtMouse();
      boolean menu = button == MouseButton.SECONDARY;
      send(grab, MouseEvent.DOWN, getGlassEventButton(button), menu);
      if (menu && grab != null && grab.getView() instanceof HeadlessView view) {
        view.notifyMenu(localX(grab), localY(grab), (int) x, (int) y, false);
      }
    }
  }

  @Override
  public void mouseRelease(MouseButton... buttons) {
    for (MouseButton button : buttons) {
      down.remove(button);
      if (app.dragging()) {
        drop();
        grab = null;
        continue;
      }
      HeadlessWindow window = grab != null && !grab.isClosed() ? grab : windowAtMouse();
      send(window, MouseEvent.UP, getGlassEventButton(button), false);
      if (down.isEmpty()) {
        grab = null;
      }
    }
  }

  @Override
  public void mouseWheel(int amount) {
    HeadlessWindow window = windowAtMouse();
    if (window == null || !(window.getView() instanceof HeadlessView view)) {
      return;
    }
    int direction = amount > 0 ? -1 : 1;
    for (int i = 0; i < Math.abs(amount); i++) {
      view.notifyScroll(
          localX(window),
          localY(window),
          (int) x,
          (int) y,
          0,
          direction,
          modifiers(),
          0,
          0,
          0,
          0,
          PIXELS_A_WHEEL_STEP,
          PIXELS_A_WHEEL_STEP);
    }
  }

  private HeadlessWindow windowAtMouse() {
    HeadlessWindow top = null;
    for (Window window : Window.getWindows()) {
      boolean open = window.getView() != null && !window.isClosed() && window.isVisible();
      boolean inside =
          x >= window.getX()
              && x < window.getX() + window.getWidth()
              && y >= window.getY()
              && y < window.getY() + window.getHeight();
      if (open && inside) {
        top = (HeadlessWindow) window;
      }
    }
    return top;
  }

  private int modifiers() {
    return getModifiers(down.toArray(MouseButton[]::new));
  }

  private int localX(Window window) {
    return (int) x - window.getX();
  }

  private int localY(Window window) {
    return (int) y - window.getY();
  }

  private void send(HeadlessWindow window, int type, int button, boolean popup) {
    if (window != null && window.getView() instanceof HeadlessView view) {
      view.notifyMouse(
          type,
          button,
          localX(window),
          localY(window),
          (int) x,
          (int) y,
          modifiers(),
          popup,
          false);
    }
  }

  private void dragMove() {
    HeadlessWindow window = windowAtMouse();
    if (window != dragOver) {
      if (dragOver != null) {
        handler(dragOver).handleDragLeave(dragOver.getView(), assistance());
      }
      dragOver = window;
      if (window != null) {
        handler(window)
            .handleDragEnter(
                window.getView(),
                localX(window),
                localY(window),
                (int) x,
                (int) y,
                Clipboard.ACTION_COPY,
                assistance());
      }
    }
    if (window != null) {
      handler(window)
          .handleDragOver(
              window.getView(),
              localX(window),
              localY(window),
              (int) x,
              (int) y,
              Clipboard.ACTION_COPY,
              assistance());
    }
  }

  private void drop() {
    HeadlessWindow window = windowAtMouse();
    if (window != null) {
      handler(window)
          .handleDragDrop(
              window.getView(),
              localX(window),
              localY(window),
              (int) x,
              (int) y,
              Clipboard.ACTION_COPY,
              assistance());
    }
    dragOver = null;
    if (grab != null) {
      handler(grab).handleDragEnd(grab.getView(), Clipboard.ACTION_COPY);
    }
    app.endDrag();
  }

  private static View.EventHandler handler(Window window) {
    return window.getView().getEventHandler();
  }

  private ClipboardAssistance assistance() {
    if (assistance == null) {
      assistance = new ClipboardAssistance(Clipboard.DND);
    }
    return assistance;
  }
}
