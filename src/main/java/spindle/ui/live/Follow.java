package spindle.ui.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import spindle.study.Attempt;
import spindle.study.AttemptId;
import spindle.study.MetricPoint;

/// An attempt whose curves are followed. Used by one thread.
///
/// Points are recorded with their steps alone; their times are spread evenly between two looks.
final class Follow {

  private final Attempt attempt;
  private final double stepsPerEpoch;
  private int losses;
  private int scores;
  private int sizes;
  private double second;

  Follow(Attempt attempt, double stepsPerEpoch) {
    this.attempt = attempt;
    this.stepsPerEpoch = stepsPerEpoch;
  }

  Attempt attempt() {
    return attempt;
  }

  double stepsPerEpoch() {
    return stepsPerEpoch;
  }

  /// Tells the points that are new.
  ///
  /// @param until the time of the last of them
  void grow(
      BiFunction<AttemptId, String, List<MetricPoint>> curves,
      Consumer<LiveEvent> hearer,
      Instant until) {
    double now = Math.max(second, Duration.between(attempt.begun(), until).toMillis() / 1e3);
    List<MetricPoint> loss = curves.apply(attempt.id(), "loss");
    if (loss.size() > losses) {
      List<MetricPoint> speed = curves.apply(attempt.id(), "tokensPerSecond");
      int fresh = loss.size() - losses;
      for (int i = losses; i < loss.size(); i++) {
        double at = Math.min(now, second + (now - second) * (i - losses + 1) / fresh);
        double tokens = i < speed.size() ? speed.get(i).value() : 0;
        MetricPoint point = loss.get(i);
        hearer.accept(
            new LiveEvent.Progressed(
                attempt.id().trial(), point.step(), at, point.value(), tokens));
      }
      losses = loss.size();
      second = now;
    }
    List<MetricPoint> score = curves.apply(attempt.id(), "score");
    for (int i = scores; i < score.size(); i++) {
      int step = (int) Math.round(score.get(i).step() * stepsPerEpoch);
      hearer.accept(new LiveEvent.Scored(attempt.id().trial(), step, now, score.get(i).value()));
    }
    scores = score.size();
    List<MetricPoint> memory = curves.apply(attempt.id(), "residentBytes");
    if (memory.size() > sizes) {
      sizes = memory.size();
      long bytes = Math.round(memory.getLast().value());
      hearer.accept(new LiveEvent.Occupied(attempt.id().trial(), bytes));
    }
  }
}
