package spindle.training.worker;

import java.util.ArrayList;
import java.util.List;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.training.Cancellation;

/// A trial in a worker's slot: hears of its progress, tells the supervisor in batches, and passes
/// on the wish to stop.
final class RunningTrial implements TrialListener, Cancellation {

  /// Points that are sent without waiting for the next second.
  private static final int BATCH = 25;

  private final String id;
  private final EventWriter events;
  private final List<Event.Point> points = new ArrayList<>();
  private int batches;
  private volatile int step;
  private volatile boolean cancelled;

  RunningTrial(String id, EventWriter events) {
    this.id = id;
    this.events = events;
  }

  int step() {
    return step;
  }

  void cancel() {
    cancelled = true;
  }

  @Override
  public boolean requested() {
    return cancelled;
  }

  @Override
  public void started(TrialSpec trial, int steps) {
    events.write(new Event.Started(id, steps));
  }

  /// A loss that is not a number has no JSON; the outcome tells of it.
  @Override
  public synchronized void progressed(
      TrialSpec trial, int step, double loss, double tokensPerSecond) {
    this.step = step;
    if (Double.isFinite(loss) && Double.isFinite(tokensPerSecond)) {
      points.add(new Event.Point(step, loss, tokensPerSecond));
    }
    if (points.size() >= BATCH) {
      flush();
    }
  }

  @Override
  public synchronized void scored(TrialSpec trial, int epoch, double score) {
    flush();
    if (Double.isFinite(score)) {
      events.write(new Event.Scored(id, epoch, score));
    }
  }

  @Override
  public synchronized void finished(TrialSpec trial, TrialOutcome outcome) {
    flush();
    events.write(new Event.Finished(id, outcome));
  }

  /// Sends the points that wait.
  synchronized void flush() {
    if (!points.isEmpty()) {
      events.write(new Event.Progress(id, ++batches, points));
      points.clear();
    }
  }
}
