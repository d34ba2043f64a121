package spindle.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.Attempt;
import spindle.study.Criterion;
import spindle.study.Device;
import spindle.study.Place;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.RunLimits;
import spindle.study.SampleStudy;
import spindle.study.SamplingPlan;
import spindle.study.StudyPlan;
import spindle.ui.UiTest;
import spindle.ui.settings.SettingsFile;
import spindle.ui.support.Threads;
import spindle.ui.theme.Theme;
import spindle.ui.window.FakeMachine;
import spindle.ui.window.MainWindow;
import spindle.ui.window.PacedRunner;
import spindle.ui.window.StageChoosers;
import spindle.ui.window.WindowParts;

/// Figures of the window: frame times, memory, and pictures of its screens.
@Tag("bench")
class WindowBench extends UiTest {

  private static final List<String> PAGES =
      List.of("welcome", "setup", "explorer", "live", "trials", "settings");

  @TempDir private Path folder = Path.of("");

  private static void say(String form, Object... parts) {
    System.out.printf(form + "%n", parts);
  }

  @Test
  void picturesOfAllScreensWithTheRealSampleStudy() throws InterruptedException {
    ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    Wiring wiring = Wiring.ofProcess();
    Path studies = Path.of(System.getProperty("bench.studies", folder.toString()));
    WindowParts parts =
        new WindowParts(
            wiring.desk(),
            wiring.backbones(),
            new SettingsFile(folder.resolve("settings.json"), LocalDevices::find, _ -> {}),
            studies,
            new Threads(background, Platform::runLater),
            InstantSource.system(),
            _ -> {});
    MainWindow window =
        ask(() ->
            new MainWindow(stage(), parts, new StageChoosers(stage(), studies), appearance()));
    run(window::show);
    click("#sample");
    int wanted = Integer.getInteger("bench.trials", 24);
    awaitEnded(window, wanted);
    for (int[] size : new int[][] {{1100, 700}, {1920, 1200}}) {
      run(() -> {
        stage().setWidth(size[0]);
        stage().setHeight(size[1]);
      });
      for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
        switchTo(theme);
        for (String page : PAGES) {
          run(() -> window.go(page));
          Thread.sleep(700);
          picture("real-" + page + "-" + theme + "-" + size[0]);
        }
      }
    }
    run(window::close);
    background.shutdownNow();
  }

  private void awaitEnded(MainWindow window, int count) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(8).toNanos();
    while (ended(window) < count && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    say("%d trials have ended", ended(window));
  }

  private long ended(MainWindow window) {
    return ask(() ->
        window
            .session()
            .standingProperty()
            .get()
            .map(now -> count(now.study().attempts()))
            .orElse(0L));
  }

  private static long count(List<Attempt> attempts) {
    return attempts.stream().filter(attempt -> attempt.end().isPresent()).count();
  }

  @Test
  void framesWithEightLiveTrialsAndMemoryAfterFiveHundred() throws InterruptedException {
    try (FakeMachine machine =
        new FakeMachine(folder, new PacedRunner(120, Duration.ofMillis(10)))) {
      Path file = folder.resolve("many.spindle");
      machine
          .desk()
          .files()
          .create(file, plan(), RunLimits.on(List.of(new Place(new Device.Cpu(), 8))));
      MainWindow window =
          ask(() ->
              new MainWindow(
                  stage(), machine.parts(), new StageChoosers(stage(), folder), appearance()));
      run(window::show);
      window.session().open(file);
      run(() -> window.go("live"));
      run(() -> window.session().goOn());
      awaitEnded(window, 100);
      frames("eight live, a hundred finished");
      awaitEnded(window, 500);
      System.gc();
      Thread.sleep(500);
      var memory = ManagementFactory.getMemoryMXBean();
      say(
          "after 500 trials: heap %d MB, besides it %d MB",
          memory.getHeapMemoryUsage().getUsed() >> 20,
          memory.getNonHeapMemoryUsage().getUsed() >> 20);
      run(window::close);
    }
  }

  private static StudyPlan plan() {
    Protocol protocol =
        new Protocol(
            new SamplingPlan.Paper(100, 0.95),
            Criterion.DEFAULT,
            Protocol.Diverged.SCORES_FLOOR,
            Presets.Extent.PAPER);
    return SampleStudy.plan(FakeMachine.BGE).with(protocol);
  }

  private void frames(String what) throws InterruptedException {
    int frames = 240;
    long[] times = new long[frames];
    AtomicReference<AnimationTimer> timer = new AtomicReference<>();
    run(() -> {
      AnimationTimer counting =
          new AnimationTimer() {
            private int next;
            private long last;

            @Override
            public void handle(long now) {
              if (last > 0 && next < frames) {
                times[next] = now - last;
                next++;
              }
              last = now;
            }
          };
      timer.set(counting);
      counting.start();
    });
    Thread.sleep(6_000);
    run(() -> timer.get().stop());
    long[] sorted = Arrays.stream(times).filter(time -> time > 0).sorted().toArray();
    say(
        "%s: %d frames, median %.1f ms, 95th percentile %.1f ms",
        what,
        sorted.length,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 95 / 100] / 1e6);
  }
}
