package spindle.training;

import spindle.study.TrialListener;
import spindle.study.TrialSpec;

/// Gathers the losses of a trial and reports their mean every five steps, so that two runs of one
/// trial report the same.
final class Meter {

  /// Steps between two reports.
  static final int STEPS = 5;

  private final TrialSpec trial;
  private final TrialListener progress;
  private long since = System.nanoTime();
  private double lossSum;
  private int steps;
  private int lastStep;
  private long tokens;
  private double epochSum;
  private int epochSteps;

  Meter(TrialSpec trial, TrialListener progress) {
    this.trial = trial;
    this.progress = progress;
  }

  void beginEpoch() {
    since = System.nanoTime();
    epochSum = 0;
    epochSteps = 0;
  }

  void add(int step, double loss, int stepTokens) {
    lastStep = step;
    lossSum += loss;
    steps++;
    tokens += stepTokens;
    epochSum += loss;
    epochSteps++;
    if (steps == STEPS) {
      report();
    }
  }

  /// Reports what was gathered since the last report, if anything.
  void report() {
    if (steps == 0) {
      return;
    }
    long now = System.nanoTime();
    double seconds = Math.max(now - since, 1) / 1e9;
    progress.progressed(trial, lastStep, lossSum / steps, tokens / seconds);
    since = now;
    lossSum = 0;
    steps = 0;
    tokens = 0;
  }

  /// Returns the mean loss of the steps since the epoch began.
  double epochLoss() {
    return epochSteps == 0 ? 0 : epochSum / epochSteps;
  }
}
