package spindle.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialRunner;
import spindle.study.TrialSpec;

/// Some trials that are trained together and waited for.
final class TrialBatch {

  /// What a cancelled batch gets to stop; the runner's own patience is shorter.
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final List<TrialSpec> trials;
  private final InstantSource clock;

  TrialBatch(List<TrialSpec> trials, InstantSource clock) {
    this.trials = List.copyOf(trials);
    this.clock = clock;
  }

  /// Hears of each trial once it has ended.
  interface Ended {

    /// A trial has ended. Calls do not overlap.
    ///
    /// @param elapsed since its start, or zero if it never started
    void ended(TrialSpec trial, TrialOutcome outcome, Duration elapsed);
  }

  /// Trains all trials and returns when the last has ended.
  ///
  /// @throws InterruptedException if the thread is interrupted; the trials are then cancelled first
  void run(TrialRunner runner, TrialListener progress, Ended ended) throws InterruptedException {
    CountDownLatch open = new CountDownLatch(trials.size());
    Listener listener = new Listener(progress, ended, open);
    trials.forEach(trial -> runner.submit(trial, listener));
    try {
      open.await();
    } catch (InterruptedException e) {
      trials.forEach(trial -> runner.cancel(trial.id()));
      boolean quiet = open.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      throw quiet ? e : new InterruptedException("interrupted; some trials did not stop in time");
    }
  }

  /// Passes on what it hears, and measures and counts.
  private final class Listener implements TrialListener {

    private final TrialListener progress;
    private final Ended ended;
    private final CountDownLatch open;
    private final Map<String, Instant> starts = new ConcurrentHashMap<>();

    Listener(TrialListener progress, Ended ended, CountDownLatch open) {
      this.progress = progress;
      this.ended = ended;
      this.open = open;
    }

    @Override
    public void started(TrialSpec trial, int steps) {
      starts.put(trial.id(), clock.instant());
      progress.started(trial, steps);
    }

    @Override
    public void progressed(TrialSpec trial, int step, double loss, double tokensPerSecond) {
      progress.progressed(trial, step, loss, tokensPerSecond);
    }

    @Override
    public void scored(TrialSpec trial, int epoch, double score) {
      progress.scored(trial, epoch, score);
    }

    @Override
    public synchronized void finished(TrialSpec trial, TrialOutcome outcome) {
      try {
        Instant now = clock.instant();
        progress.finished(trial, outcome);
        ended.ended(trial, outcome, Duration.between(starts.getOrDefault(trial.id(), now), now));
      } finally {
        open.countDown();
      }
    }
  }
}
