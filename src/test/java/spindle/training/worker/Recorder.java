package spindle.training.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// Remembers what it heard of one trial.
final class Recorder implements TrialListener {

  private final List<String> heard = new ArrayList<>();
  private final CompletableFuture<Boolean> running = new CompletableFuture<>();
  private final CompletableFuture<TrialOutcome> outcome = new CompletableFuture<>();

  /// Submits a trial and returns its recorder.
  static Recorder of(LocalTrialRunner runner, TrialSpec trial) {
    Recorder recorder = new Recorder();
    runner.submit(trial, recorder);
    return recorder;
  }

  @Override
  public synchronized void started(TrialSpec trial, int steps) {
    heard.add("started " + steps);
  }

  @Override
  public synchronized void progressed(
      TrialSpec trial, int step, double loss, double tokensPerSecond) {
    heard.add("step " + step);
    running.complete(true);
  }

  @Override
  public synchronized void scored(TrialSpec trial, int epoch, double score) {
    heard.add("scored " + epoch);
  }

  @Override
  public synchronized void finished(TrialSpec trial, TrialOutcome outcome) {
    heard.add("finished");
    this.outcome.complete(outcome);
  }

  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  /// Waits for the first step.
  void awaitStep() {
    running.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /// Waits for the end.
  TrialOutcome outcome() {
    return outcome.orTimeout(30, TimeUnit.SECONDS).join();
  }

  double score() {
    return ((TrialOutcome.Scored) outcome()).score();
  }
}
