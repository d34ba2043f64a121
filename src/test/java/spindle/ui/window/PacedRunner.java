package spindle.ui.window;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import spindle.study.Place;
import spindle.study.TrainingSettings;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialRunner;
import spindle.study.TrialRunners;
import spindle.study.TrialSpec;
import spindle.task.Metric;

/// A runner that trains nothing but reports steps at a pace, as many trials at once as are given to
/// it.
public final class PacedRunner implements TrialRunners {

  private final int most;
  private volatile Duration step;

  /// @param most steps of a trial
  /// @param step time of one
  public PacedRunner(int most, Duration step) {
    this.most = most;
    this.step = step;
  }

  /// Changes the time of a step, also of trials that run.
  public void quicken(Duration next) {
    step = next;
  }

  @Override
  public TrialRunner open(List<Place> places) {
    return new Crew();
  }

  /// The trials of one engine.
  private final class Crew implements TrialRunner {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();

    @Override
    public void submit(TrialSpec trial, TrialListener listener) {
      running.put(trial.id(), threads.submit(() -> train(trial, listener)));
    }

    private int steps(TrainingSettings settings) {
      int asked = Math.ceilDiv(settings.examples(), settings.batch()) * settings.epochs();
      return Math.min(most, asked);
    }

    private void train(TrialSpec trial, TrialListener listener) {
      int steps = steps(trial.settings());
      int done = 0;
      TrialOutcome outcome;
      try {
        listener.started(trial, steps);
        SplittableRandom random = new SplittableRandom(trial.seed().value());
        double level = 0.25 + random.nextDouble() / 5;
        while (done < steps) {
          Thread.sleep(step);
          done++;
          double loss = level + 0.8 * Math.exp(-5.0 * done / steps) + random.nextDouble() / 20;
          listener.progressed(trial, done, loss, 3_000 + random.nextInt(200));
        }
        double score = 0.95 - level / 2 + random.nextGaussian() / 100;
        listener.scored(trial, trial.settings().epochs(), score);
        outcome =
            new TrialOutcome.Scored(
                Metric.ACCURACY, score, level, 330_000, 770, steps, step.multipliedBy(steps));
      } catch (InterruptedException _) {
        outcome = new TrialOutcome.Cancelled(done);
      }
      running.remove(trial.id());
      listener.finished(trial, outcome);
    }

    @Override
    public void cancel(String trial) {
      Future<?> future = running.get(trial);
      if (future != null) {
        future.cancel(true);
      }
    }

    @Override
    public void close() {
      running.values().forEach(future -> future.cancel(true));
      threads.close();
    }
  }
}
