package spindle.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import spindle.study.Place;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialRunner;
import spindle.study.TrialRunners;
import spindle.study.TrialSpec;
import spindle.task.Metric;

/// A runner that trains nothing: each trial ends at once as a function says, or waits to be
/// cancelled.
final class FakeRunner implements TrialRunner, TrialRunners {

  final List<TrialSpec> submitted = new ArrayList<>();
  final List<Place> places = new ArrayList<>();
  private final Map<String, TrialListener> waiting = new ConcurrentHashMap<>();
  private final Function<TrialSpec, List<TrialOutcome>> ends;
  private boolean closed;

  /// @param ends how a trial ends; an empty list lets it wait
  FakeRunner(Function<TrialSpec, List<TrialOutcome>> ends) {
    this.ends = ends;
  }

  /// Returns a runner whose trials all reach the same score.
  static FakeRunner scoring(double score) {
    return new FakeRunner(_ -> List.of(scored(score)));
  }

  static TrialOutcome scored(double score) {
    return new TrialOutcome.Scored(
        Metric.ACCURACY, score, 0.25, 155_204, 770, 189, Duration.ofMillis(74_250));
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public TrialRunner open(List<Place> where) {
    places.addAll(where);
    return this;
  }

  @Override
  public void submit(TrialSpec trial, TrialListener listener) {
    submitted.add(trial);
    listener.started(trial, 189);
    List<TrialOutcome> outcome = ends.apply(trial);
    if (outcome.isEmpty()) {
      waiting.put(trial.id(), listener);
      return;
    }
    listener.progressed(trial, 19, 0.6931, 1400);
    listener.scored(trial, 1, 0.8);
    listener.finished(trial, outcome.getFirst());
  }

  @Override
  public void cancel(String trial) {
    TrialListener listener = waiting.remove(trial);
    if (listener != null) {
      submitted.stream()
          .filter(spec -> spec.id().equals(trial))
          .forEach(spec -> listener.finished(spec, new TrialOutcome.Cancelled(7)));
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
