package spindle.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.Attempt;
import spindle.study.Device;
import spindle.study.Place;
import spindle.study.RunLimits;
import spindle.study.SamplingPlan;
import spindle.ui.UiTest;
import spindle.ui.support.CommandMenu;
import spindle.ui.support.Threads;
import spindle.ui.trials.SampleTrials;
import spindle.ui.trials.TrialsView;
import spindle.ui.trials.TrialsViewModel;
import spindle.ui.window.FakeMachine;
import spindle.ui.window.MainWindow;
import spindle.ui.window.PacedRunner;
import spindle.ui.window.StageChoosers;

/// Figures of the window: frame times, memory, the table, the first frame.
///
/// `mvn -Pbench test -Dtest=WindowBench` measures on the test platform, which draws all but shows
/// nothing; with `-Pbench,xvfb` and a display, on GTK. The first frame needs `mvn -DskipTests
/// -Daot.phase=package package` before it.
@Tag("bench")
class WindowBench extends UiTest {

  private static final int ROWS = 10_000;
  private static final int RUNS = 9;
  private static final int STEPS = 120;

  @TempDir private Path folder = Path.of("");

  private static void say(String form, Object... parts) {
    System.out.printf(Locale.ROOT, form + "%n", parts);
  }

  @BeforeEach
  void sayWhere() {
    say(
        "platform %s, load %.1f on %d cores",
        System.getProperty("glass.platform", "GTK"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
  }

  @Test
  void framesWithEightLiveTrialsAndMemoryAfterFiveHundred()
      throws InterruptedException, IOException {
    Path file = folder.resolve("many.spindle");
    try (FakeMachine machine =
        new FakeMachine(folder, new PacedRunner(STEPS, Duration.ofMillis(10)))) {
      RunLimits eight = RunLimits.on(List.of(new Place(new Device.Cpu(), 8)));
      machine
          .desk()
          .files()
          .create(file, FakeMachine.plan(new SamplingPlan.Paper(100, 0.95), STEPS), eight);
      MainWindow window = open(machine, file);
      run(() -> window.go("live"));
      run(() -> window.session().goOn());
      awaitEnded(window, 100);
      for (int i = 0; i < 3; i++) {
        say("8 live trials, 100 finished curves: %s", frames(8_000, () -> {}));
      }
      awaitEnded(window, 500);
      run(window::close);
    }
    WindowChild child = new WindowChild(file, List.of());
    child.run("look").forEach(line -> say("window's process, 500 trials, %s", line));
  }

  private MainWindow open(FakeMachine machine, Path file) throws InterruptedException {
    MainWindow window =
        ask(() ->
            new MainWindow(
                stage(), machine.parts(), new StageChoosers(stage(), folder), appearance()));
    run(window::show);
    window.session().open(file);
    return window;
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

  private String frames(long millis, Runnable each) throws InterruptedException {
    FrameTimes times = new FrameTimes(each);
    run(times::start);
    Thread.sleep(millis);
    return ask(times::end);
  }

  @Test
  void theFirstShowingOfEachPage() throws InterruptedException {
    Path file = folder.resolve("some.spindle");
    double[][] times = new double[WindowProcess.PAGES.size()][RUNS];
    try (FakeMachine machine = new FakeMachine(folder, new PacedRunner(2, Duration.ZERO))) {
      RunLimits two = RunLimits.on(List.of(new Place(new Device.Cpu(), 2)));
      machine
          .desk()
          .files()
          .create(file, FakeMachine.plan(new SamplingPlan.Paper(12, 0.95), 2), two);
      for (int run = 0; run < RUNS; run++) {
        showPages(machine, file, run, times);
      }
    }
    for (int page = 0; page < times.length; page++) {
      say("first showing of %s: %s", WindowProcess.PAGES.get(page), words(times[page]));
    }
  }

  private void showPages(FakeMachine machine, Path file, int run, double[][] times)
      throws InterruptedException {
    MainWindow window = open(machine, file);
    if (run == 0) {
      run(() -> window.session().goOn());
      awaitEnded(window, 60);
    }
    for (int page = 0; page < times.length; page++) {
      String id = WindowProcess.PAGES.get(page);
      times[page][run] = timed(() -> window.go(id));
    }
    run(window::close);
  }

  @Test
  void aTableOfTenThousandRows() throws InterruptedException {
    Threads now = new Threads(Runnable::run, Runnable::run);
    SampleTrials rows = new SampleTrials(ROWS);
    AtomicReference<TrialsViewModel> model = new AtomicReference<>();
    double[] filled = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      filled[i] =
          timed(() -> {
            TrialsViewModel next = new TrialsViewModel(rows, now);
            model.set(next);
            Parent page = new TrialsView(next, () -> {}, new CommandMenu());
            javafx.scene.Scene scene = new javafx.scene.Scene(page, 1440, 900);
            appearance().style(scene);
            stage().setScene(scene);
          });
      run(() -> stage().show());
    }
    say("%d rows: fill %s", ROWS, words(filled));
    TableView<?> table = (TableView<?>) find("#trials-table");
    say("sort by score %s", words(sorted(table, "column-SCORE")));
    say("sort by candidate %s", words(sorted(table, "column-CANDIDATE")));
    TrialsViewModel page = Objects.requireNonNull(model.get());
    say("filter 'score>0.84' %s", words(filtered(page, "score>0.84")));
    say("filter 'spindle uniform' %s", words(filtered(page, "spindle uniform")));
    int[] row = new int[1];
    Runnable scroll =
        () -> {
          row[0] = (row[0] + 40) % ROWS;
          table.scrollTo(row[0]);
        };
    say("scrolled by 40 rows a frame: %s", frames(5_000, scroll));
  }

  /// Returns milliseconds of the UI thread for an action and the layout that follows from it.
  private double timed(Runnable action) {
    return ask(() -> {
      long begun = System.nanoTime();
      action.run();
      Parent root = stage().getScene().getRoot();
      root.applyCss();
      root.layout();
      return (System.nanoTime() - begun) / 1e6;
    });
  }

  private <T> double[] sorted(TableView<T> table, String column) {
    TableColumn<T, ?> by =
        table.getColumns().stream().filter(c -> column.equals(c.getId())).findFirst().orElseThrow();
    double[] times = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      TableColumn.SortType type =
          i % 2 == 0 ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING;
      run(() -> table.getSortOrder().clear());
      times[i] =
          timed(() -> {
            by.setSortType(type);
            table.getSortOrder().setAll(List.of(by));
          });
    }
    return times;
  }

  private double[] filtered(TrialsViewModel model, String filter) {
    double[] times = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      run(() -> model.filterProperty().set(""));
      times[i] = timed(() -> model.filterProperty().set(filter));
    }
    return times;
  }

  private static String words(double[] times) {
    double first = times[0];
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "first %.0f ms, best %.0f ms, median %.0f ms of %d",
        first,
        sorted[0],
        sorted[sorted.length / 2],
        sorted.length);
  }

  @Test
  void theFirstFrameWithAndWithoutTheCache() throws IOException, InterruptedException {
    Path target = Path.of("target").toAbsolutePath();
    assumeTrue(Files.exists(target.resolve("spindle.aot")), "there is no target/spindle.aot");
    double[][] times = new double[2][RUNS];
    FirstFrame plain = new FirstFrame(target, folder, List.of());
    FirstFrame cached = new FirstFrame(target, folder, List.of("-XX:AOTCache=spindle.aot"));
    for (int i = 0; i < RUNS; i++) {
      times[0][i] = plain.run();
      times[1][i] = cached.run();
    }
    say("first frame without the cache: %s", words(times[0]));
    say("first frame with the cache: %s", words(times[1]));
  }
}
