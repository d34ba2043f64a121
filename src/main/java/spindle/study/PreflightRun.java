package spindle.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import spindle.design.PeftModule;
import spindle.design.Tuning;

/// The measurement behind a [Preflight].
///
/// Each design is trained on each task twice: as the plan says, but stopped after a few steps,
/// which gives the number of steps and the time of one; and for a single step, but scored, which
/// gives what a trial takes besides its steps.
final class PreflightRun {

  private static final int STEPS = 8;

  private final StudyPlan plan;
  private final int slots;
  private final List<Watch> watches = new ArrayList<>();

  private PreflightRun(StudyPlan plan, List<Place> places) {
    this.plan = plan;
    this.slots = places.stream().mapToInt(Place::slots).sum();
  }

  /// Measures on a runner that is used for nothing else.
  ///
  /// @throws InterruptedException if the thread is interrupted
  static Preflight of(StudyPlan plan, List<Place> places, TrialRunner runner)
      throws InterruptedException {
    return new PreflightRun(plan, places).measure(runner);
  }

  private Preflight measure(TrialRunner runner) throws InterruptedException {
    Map<Entry, List<Pair>> pairs = new LinkedHashMap<>();
    for (Entry entry : spread(entries())) {
      String name = "preflight " + pairs.size();
      List<Pair> tasks = new ArrayList<>();
      for (TrialSpec trial : entry.trials()) {
        String id = name + " " + trial.task().name();
        TrainingSettings once = trial.settings().withTraining(trial.settings().batch(), 1);
        tasks.add(
            new Pair(
                watch(runner, renamed(trial, id + " steps", trial.settings())),
                watch(runner, renamed(trial, id + " score", once))));
      }
      pairs.put(entry, tasks);
    }
    watches.forEach(watch -> runner.submit(watch.trial, watch));
    for (Watch watch : watches) {
      watch.ended.await();
    }
    return result(pairs);
  }

  private Preflight result(Map<Entry, List<Pair>> pairs) {
    List<Preflight.Probe> probes = new ArrayList<>();
    pairs.forEach((entry, tasks) -> probe(entry, tasks).ifPresent(probes::add));
    List<String> problems =
        watches.stream().flatMap(watch -> watch.problem().stream()).distinct().toList();
    StudyPath path = StudyPath.main();
    return new Preflight(probes, designs(path, first()), designs(path, limit()), slots, problems);
  }

  private static Optional<Preflight.Probe> probe(Entry entry, List<Pair> tasks) {
    Duration whole = Duration.ZERO;
    long memory = 0;
    for (Pair pair : tasks) {
      Optional<Duration> time = pair.time();
      if (time.isEmpty()) {
        return Optional.empty();
      }
      whole = whole.plus(time.get());
      memory = Math.max(memory, Math.max(pair.steps.memory, pair.score.memory));
    }
    return Optional.of(new Preflight.Probe(entry.slot().candidate(), whole, memory));
  }

  /// Returns the designs of the first look that can be trained, the one of least work first.
  private List<Entry> entries() {
    return new Study(plan, _ -> List.of())
        .open(StudyPath.main()).map(StageProgress::entries).orElse(List.of()).stream()
            .filter(entry -> !entry.trials().isEmpty())
            .sorted(Comparator.comparingInt(PreflightRun::work))
            .toList();
  }

  /// Returns as many as fill the slots, at least two, evenly spread from the first to the last.
  private List<Entry> spread(List<Entry> sorted) {
    int wanted = Math.min(Math.max(2, slots), sorted.size());
    return IntStream.range(0, wanted)
        .mapToObj(i -> sorted.get(wanted == 1 ? 0 : i * (sorted.size() - 1) / (wanted - 1)))
        .distinct()
        .toList();
  }

  /// Returns a number that grows with the work of a step: first the layers that the gradient
  /// passes, then the modules on its way.
  private static int work(Entry entry) {
    if (!(entry.trials().getFirst().tuning() instanceof Tuning.Modules modules)) {
      return Integer.MAX_VALUE;
    }
    List<List<PeftModule>> layers = modules.plan().layers();
    int lowest =
        IntStream.range(0, layers.size())
            .filter(i -> !layers.get(i).isEmpty())
            .findFirst()
            .orElse(0);
    int count = layers.stream().mapToInt(List::size).sum();
    return (layers.size() - lowest) * 1000 + count;
  }

  private int first() {
    return plan.protocol().sampling().looks(plan.protocol().criterion()).getFirst();
  }

  private int limit() {
    return plan.protocol().sampling().limit();
  }

  private int designs(StudyPath path, int each) {
    return plan.order().stream().mapToInt(kind -> Forecast.candidates(plan, path, kind)).sum()
        * each;
  }

  private Watch watch(TrialRunner runner, TrialSpec trial) {
    Watch watch = new Watch(runner, trial);
    watches.add(watch);
    return watch;
  }

  private static TrialSpec renamed(TrialSpec t, String id, TrainingSettings settings) {
    return new TrialSpec(
        id, t.backbone(), t.tuning(), t.task(), settings, t.seed(), t.dataSeed(), t.scoredOn());
  }

  /// The two trainings of a design on a task.
  private record Pair(Watch steps, Watch score) {

    Optional<Duration> time() {
      if (steps.outcome instanceof TrialOutcome.Scored whole) {
        return Optional.of(whole.wallTime());
      }
      if (steps.outcome instanceof TrialOutcome.Cancelled(int taken)
          && taken > 0
          && score.outcome instanceof TrialOutcome.Scored once) {
        Duration step = Duration.ofNanos(steps.nanos / taken);
        return Optional.of(once.wallTime().plus(step.multipliedBy(steps.planned - once.steps())));
      }
      return Optional.empty();
    }
  }

  /// Watches one training, and stops it after a few steps.
  private static final class Watch implements TrialListener {

    private final TrialRunner runner;
    private final TrialSpec trial;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int planned;
    private volatile long begun;
    private volatile long nanos;
    private volatile long memory;
    private volatile TrialOutcome outcome = new TrialOutcome.Cancelled(0);

    Watch(TrialRunner runner, TrialSpec trial) {
      this.runner = runner;
      this.trial = trial;
    }

    @Override
    public void started(TrialSpec trial, int steps) {
      planned = steps;
      begun = System.nanoTime();
    }

    @Override
    public void progressed(TrialSpec trial, int step, double loss, double tokensPerSecond) {
      if (step >= STEPS && step < planned) {
        runner.cancel(trial.id());
      }
    }

    @Override
    public void occupied(TrialSpec trial, long residentBytes) {
      memory = Math.max(memory, residentBytes);
    }

    @Override
    public void finished(TrialSpec trial, TrialOutcome outcome) {
      nanos = System.nanoTime() - begun;
      this.outcome = outcome;
      ended.countDown();
    }

    Optional<String> problem() {
      return switch (outcome) {
        case TrialOutcome.Scored _, TrialOutcome.Cancelled _ -> Optional.empty();
        case TrialOutcome.Diverged _,
            TrialOutcome.OutOfMemory _,
            TrialOutcome.Failed _,
            TrialOutcome.Lost _ ->
            Optional.of("On " + trial.task().name() + ": " + Endings.words(outcome) + ".");
      };
    }
  }
}
