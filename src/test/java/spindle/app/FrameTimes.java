package spindle.app;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/// Times between the frames that the toolkit begins, and the work of the UI thread in them. Started
/// and stopped on the UI thread.
final class FrameTimes extends AnimationTimer {

  private final long[] times = new long[100_000];
  private final Runnable each;
  private int count;
  private long last;
  private long work;

  /// @param each is done once a frame
  FrameTimes(Runnable each) {
    this.each = each;
  }

  @Override
  public void handle(long now) {
    if (last == 0) {
      work = cpu();
    } else if (count < times.length) {
      times[count] = now - last;
      count++;
    }
    last = now;
    each.run();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// Ends and returns what was measured, in words.
  String end() {
    stop();
    double busy = (cpu() - work) / 1e6 / Math.max(1, count);
    long[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%d frames, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms, UI thread %.1f ms a frame",
        count,
        at(sorted, 0.5),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 1),
        busy);
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
  }
}
