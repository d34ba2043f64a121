package com.sun.glass.ui.headless;

import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.Cursor;
import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.SystemClipboard;
import com.sun.glass.ui.Window;
import java.nio.ByteBuffer;
import java.util.HashMap;

/// The parts of the test platform: screen size, windows, robot and drag board.
///
/// The Headless platform of JavaFX 26 has a fixed screen of 1000 x 1000, forgets the mouse button
/// while dragging, sends the wheel to the wrong place and has no drag and drop.
public final class BenchSupport {

  private BenchSupport() {}

  /// Headless with a screen of `-Dbench.width` x `-Dbench.height` at scale `-Dbench.scale`.
  public static final class App extends HeadlessApplication {
    private Screen[] screens;
    private boolean dragging;

    @Override
    public GlassRobot createRobot() {
      super.createRobot();
      return new BenchRobot(this);
    }

    @Override
    public Cursor createCursor(int x, int y, Pixels pixels) {
      return createCursor(Cursor.CURSOR_DEFAULT);
    }

    @Override
    protected Screen[] staticScreen_getScreens() {
      super.staticScreen_getScreens(); // allocates the frame buffer that windows want
      if (screens == null) {
        int w = Integer.getInteger("bench.width", 1600);
        int h = Integer.getInteger("bench.height", 1000);
        float s = Float.parseFloat(System.getProperty("bench.scale", "1"));
        screens =
            new Screen[] {
              new Screen(0, 32, 0, 0, w, h, 0, 0, w, h, 0, 0, w, h, 96, 96, 1, 1, s, s)
            };
      }
      return screens;
    }

    @Override
    public Window createWindow(Window owner, Screen screen, int style) {
      return new BenchWindow(owner, screen, frameBuffer, style);
    }

    boolean dragging() {
      return dragging;
    }

    /// Holds the drag source's call until [#endDrag()], as a system drag does.
    void beginDrag() {
      dragging = true;
      _enterNestedEventLoop();
    }

    void endDrag() {
      dragging = false;
      _leaveNestedEventLoop(null);
    }
  }

  /// A window that does not copy its pixels to the frame buffer, which has a fixed size; pictures
  /// are made by `Scene.snapshot`.
  static final class BenchWindow extends HeadlessWindow {
    BenchWindow(Window owner, Screen screen, ByteBuffer pixels, int style) {
      super(new HeadlessWindowManager(), owner, screen, pixels, style);
    }

    @Override
    void blit(Pixels pixels) {}

    /// A window that moves would wipe its old place in the frame buffer, which may be outside of
    /// it.
    @Override
    void clearRect(int x, int width, int y, int height) {}
  }

  /// A drag board inside the process: the robot drives the gesture in a nested event loop.
  @SuppressWarnings("NonApiType") // the toolkit asks for a HashMap
  public static final class DragBoard extends SystemClipboard {
    /// Makes the board of drag and drop.
    public DragBoard() {
      super(Clipboard.DND);
    }

    @Override
    protected boolean isOwner() {
      return true;
    }

    @Override
    protected void pushToSystem(HashMap<String, Object> data, int actions) {
      ((App) com.sun.glass.ui.Application.GetApplication()).beginDrag();
      actionPerformed(Clipboard.ACTION_COPY);
    }

    @Override
    protected void pushTargetActionToSystem(int action) {}

    @Override
    protected Object popFromSystem(String mime) {
      return null;
    }

    @Override
    protected int supportedSourceActionsFromSystem() {
      return Clipboard.ACTION_COPY_OR_MOVE;
    }

    @Override
    protected String[] mimesFromSystem() {
      return new String[0];
    }
  }
}
