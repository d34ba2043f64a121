package spindle.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import spindle.study.Bundled;
import spindle.study.Device;
import spindle.study.Place;
import spindle.study.RunLimits;
import spindle.study.SampleStudy;
import spindle.study.TrialRunners;

/// Nothing but drawing runs on the UI thread.
class UiThreadTest extends WindowTest {

  private static final long MOST = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int BEATS = 300;

  @Override
  TrialRunners runner() {
    return new PacedRunner(400, Duration.ofMillis(20));
  }

  /// A beat that was answered late counts if the UI thread was at work, or waited for another
  /// thread; on a busy machine it may also just have had no core.
  private record Late(long millis, String where) {}

  @Test
  void theUiThreadIsNeverBlockedWhileEightTrialsReport() throws InterruptedException {
    machine()
        .desk()
        .files()
        .create(
            folder().resolve("eight.spindle"),
            FakeMachine.plan(SampleStudy.plan(Bundled.INFO).protocol().sampling(), 400),
            RunLimits.on(List.of(new Place(new Device.Cpu(), 8))));
    asked().give(folder().resolve("eight.spindle").toFile());
    openWindow(1440, 900);
    click("#open");
    await(() -> !findAll("#live-pause").isEmpty());
    click("#live-pause");
    await(() -> findAll(".live-cell:filled .live-progress").size() >= 8);
    List<String> pages = List.of("live", "trials", "explorer", "live");
    pages.forEach(
        page -> run(() -> window().go(page))); // making a page the first time takes longer
    List<Late> late = new ArrayList<>();
    for (String page : pages) {
      run(() -> window().go(page));
      late.addAll(beats());
    }
    assertEquals(List.of(), late);
    assertTrue(running() >= 4, "too few trials report: " + running());
  }

  private long running() {
    return window().session().standingProperty().get().orElseThrow().study().attempts().stream()
        .filter(attempt -> attempt.end().isEmpty())
        .count();
  }

  /// Beats on the UI thread, one each ten milliseconds, and returns those that came late.
  private static List<Late> beats() throws InterruptedException {
    Thread ui = uiThread();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Late> late = new ArrayList<>();
    for (int beat = 0; beat < BEATS / 4; beat++) {
      CountDownLatch answer = new CountDownLatch(1);
      long sent = System.nanoTime();
      long worked = threads.getThreadCpuTime(ui.threadId());
      Platform.runLater(answer::countDown);
      long waiting = 0;
      long looked = sent;
      String where = "";
      while (!answer.await(5, TimeUnit.MILLISECONDS)) {
        StackTraceElement[] stack = ui.getStackTrace();
        long now = System.nanoTime();
        if (ui.getState() != Thread.State.RUNNABLE && isOurs(stack)) {
          waiting += now - looked;
          where = stack[0].toString();
        }
        looked = now;
      }
      long took = System.nanoTime() - sent;
      long busy = threads.getThreadCpuTime(ui.threadId()) - worked;
      if (took > MOST && Math.max(busy, waiting) > MOST * 8 / 10) {
        late.add(new Late(TimeUnit.NANOSECONDS.toMillis(took), where));
      }
      Thread.sleep(10);
    }
    return late;
  }

  private static boolean isOurs(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().startsWith("spindle.")) {
        return true;
      }
    }
    return false;
  }

  private static Thread uiThread() throws InterruptedException {
    Thread[] found = new Thread[1];
    CountDownLatch answer = new CountDownLatch(1);
    Platform.runLater(() -> {
      found[0] = Thread.currentThread();
      answer.countDown();
    });
    assertTrue(answer.await(10, TimeUnit.SECONDS));
    return found[0];
  }
}
