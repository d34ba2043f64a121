package spindle.ui.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import spindle.ui.support.Threads;

/// A study for tests of the live page: remembers the verbs, and the tests send its events.
public final class SampleLive implements LiveGateway, InstantSource {
  final List<String> verbs = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Consumer<LiveEvent> hearer = _ -> {};

  /// Returns a model of this study whose threads are the caller's.
  public LiveViewModel model() {
    return new LiveViewModel(this, new Threads(Runnable::run, Runnable::run), this);
  }

  /// Tells an event to who listens.
  public void tell(LiveEvent event) {
    hearer.accept(event);
  }

  /// Tells of a training that has taken some steps, a second for ten of them.
  public void tellRun(String id, String label, int steps, int taken) {
    tell(new LiveEvent.Queued(id, label));
    tell(new LiveEvent.Started(id, steps, steps / 3.0, "cpu", now));
    for (int step = 1; step <= taken; step++) {
      double loss = 0.2 + 0.9 * Math.exp(-step / 80.0) + 0.05 * Math.sin(step * 1.7);
      tell(new LiveEvent.Progressed(id, step, step / 10.0, loss, 3_120));
    }
  }

  /// Lets time pass.
  void pass(long seconds) {
    now = now.plusSeconds(seconds);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void listen(Consumer<LiveEvent> who) {
    hearer = who;
  }

  @Override
  public void start() {
    verbs.add("start");
  }

  @Override
  public void pause() {
    verbs.add("pause");
  }

  @Override
  public void resume() {
    verbs.add("resume");
  }

  @Override
  public void stop(String trial) {
    verbs.add("stop " + trial);
  }

  @Override
  public void stopAll() {
    verbs.add("stop all");
  }

  @Override
  public void retry(String trial) {
    verbs.add("retry " + trial);
  }
}
