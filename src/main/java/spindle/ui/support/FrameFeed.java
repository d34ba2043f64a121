package spindle.ui.support;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/// The one way from worker threads to the window: events queue up and are handed over once a frame.
///
/// [#offer(Object)] may be called from any thread; all else belongs to the UI thread. A frame takes
/// at most [#EVENTS_A_FRAME] events, so a burst is spread over frames and never blocks one.
///
/// @param <E> type of the events
public final class FrameFeed<E> {
  /// Most events that one frame handles.
  public static final int EVENTS_A_FRAME = 2_000;

  private final Queue<E> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Consumer<? super E> each;
  private final Runnable afterwards;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          drain();
        }
      };

  /// Makes a feed that is not yet running.
  ///
  /// @param each takes one event; must be quick
  /// @param afterwards called once after a frame's events, only if there were any: redraws
  public FrameFeed(Consumer<? super E> each, Runnable afterwards) {
    this.each = each;
    this.afterwards = afterwards;
  }

  /// Queues an event for the next frame.
  public void offer(E event) {
    queue.add(event);
    waiting.incrementAndGet();
  }

  /// Returns the number of events that no frame has taken yet.
  public int waiting() {
    return waiting.get();
  }

  /// Begins to hand events over at every frame.
  public void start() {
    timer.start();
  }

  /// Ends; events that wait are kept for the next start.
  public void stop() {
    timer.stop();
  }

  /// Hands over what waits, as one frame does.
  public void drain() {
    int taken = 0;
    for (E event = queue.poll(); event != null; event = queue.poll()) {
      waiting.decrementAndGet();
      each.accept(event);
      taken++;
      if (taken == EVENTS_A_FRAME) {
        break;
      }
    }
    if (taken > 0) {
      afterwards.run();
    }
  }
}
