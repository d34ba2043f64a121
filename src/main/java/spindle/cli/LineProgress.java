package spindle.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import spindle.study.TrialSpec;

/// Progress for a file or another program: a line for each tenth of a trial and each score.
final class LineProgress implements Progress {

  private static final int PARTS = 10;

  private final PrintStream err;
  private final Map<String, Integer> steps = new ConcurrentHashMap<>();
  private final Map<String, Integer> shown = new ConcurrentHashMap<>();

  LineProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void started(TrialSpec trial, int total) {
    steps.put(trial.id(), Math.max(1, total));
    shown.put(trial.id(), 0);
    say(trial, total + " steps");
  }

  @Override
  public void progressed(TrialSpec trial, int step, double loss, double tokensPerSecond) {
    int total = steps.getOrDefault(trial.id(), 1);
    int part = step * PARTS / total;
    if (part > shown.getOrDefault(trial.id(), 0)) {
      shown.put(trial.id(), part);
      say(
          trial,
          String.format(
              Locale.ROOT,
              "step %d of %d, loss %.4f, %,.0f tokens/s",
              step,
              total,
              loss,
              tokensPerSecond));
    }
  }

  @Override
  public void scored(TrialSpec trial, int epoch, double score) {
    say(trial, String.format(Locale.ROOT, "epoch %d, score %.4f", epoch, score));
  }

  @Override
  public void above(Runnable printing) {
    printing.run();
  }

  @Override
  public void close() {}

  private void say(TrialSpec trial, String what) {
    err.println(trial.id() + ": " + what);
  }
}
