package spindle.ui.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameFeedTest {
  private final List<Integer> taken = new ArrayList<>();
  private int redraws;

  private final FrameFeed<Integer> feed = new FrameFeed<>(taken::add, () -> redraws++);

  @Test
  void aFrameTakesAllEventsInOrderAndRedrawsOnce() {
    feed.offer(1);
    feed.offer(2);
    feed.drain();
    assertEquals(List.of(1, 2), taken);
    assertEquals(1, redraws);
  }

  @Test
  void aFrameWithoutEventsRedrawsNothing() {
    feed.drain();
    assertEquals(0, redraws);
  }

  @Test
  void aBurstIsSpreadOverFrames() {
    IntStream.rangeClosed(1, FrameFeed.EVENTS_A_FRAME + 5).forEach(feed::offer);
    feed.drain();
    assertEquals(FrameFeed.EVENTS_A_FRAME, taken.size());
    assertEquals(5, feed.waiting());
    feed.drain();
    assertEquals(FrameFeed.EVENTS_A_FRAME + 5, taken.size());
  }

  @Test
  void eventsOfManyThreadsAreAllTaken() {
    IntStream.range(0, 1000).parallel().forEach(feed::offer);
    feed.drain();
    assertEquals(1000, taken.size());
  }
}
