package spindle.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// Progress for a person: one bar over all trials, with the last loss and speed beside it.
final class BarProgress implements Progress {

  private static final int PARTS = 1000;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream err;
  private final ProgressBar bar;
  private final Map<String, Integer> steps = new ConcurrentHashMap<>();
  private final Map<String, Integer> done = new ConcurrentHashMap<>();

  BarProgress(PrintStream err, int trials) {
    this.err = err;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(trials == 1 ? "1 trial" : trials + " trials")
            .setInitialMax((long) trials * PARTS)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(err))
            .hideEta()
            .build();
  }

  @Override
  public void started(TrialSpec trial, int total) {
    steps.put(trial.id(), Math.max(1, total));
    move(trial, 0);
  }

  @Override
  public void progressed(TrialSpec trial, int step, double loss, double tokensPerSecond) {
    move(trial, (int) ((long) step * PARTS / steps.getOrDefault(trial.id(), step)));
    bar.setExtraMessage(
        String.format(
            Locale.ROOT, " %s loss %.3f %,.0f tokens/s", trial.id(), loss, tokensPerSecond));
  }

  @Override
  public void finished(TrialSpec trial, TrialOutcome outcome) {
    move(trial, PARTS);
  }

  @Override
  public void above(Runnable printing) {
    err.print(CLEAR_LINE);
    err.flush();
    printing.run();
  }

  @Override
  public void close() {
    bar.close();
  }

  private void move(TrialSpec trial, int parts) {
    done.put(trial.id(), parts);
    bar.stepTo(done.values().stream().mapToInt(Integer::intValue).sum());
  }
}
