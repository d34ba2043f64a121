package spindle.training.worker;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialRunner;
import spindle.study.TrialSpec;

/// Trains trials in worker processes of this machine, one for each device.
///
/// Trials begin in the order of their submission, each in the next free slot. Workers start when
/// there is work for them and stay. A worker that is lost (killed, crashed, silent) is replaced,
/// and its trials begin again, before all others and each alone in its worker, so that a trial that
/// kills workers takes no other one with it; after [WorkerSettings#runs] runs a trial ends as
/// [TrialOutcome.Lost]. A trial that ran out of memory while others were trained on its device
/// begins again too, once and alone there; short of memory then as well, it ends as
/// [TrialOutcome.OutOfMemory]. Nothing of this changes what a trial gives.
///
/// Listeners are called from one thread, trial after trial and in order. `started` comes once for
/// each run of a trial; what was heard before it belongs to a run that was lost or short of memory.
public final class LocalTrialRunner implements TrialRunner {

  private static final Logger LOG = LoggerFactory.getLogger(LocalTrialRunner.class);

  private final WorkerSettings settings;
  private final List<Station> stations;
  private final Map<String, Submission> open = new HashMap<>();
  private final Deque<Submission> queue = new ArrayDeque<>();
  private final ExecutorService listeners;
  private final Ticker monitor;
  private final Thread closeAtExit = new Thread(this::close, "close workers");
  private final Object lock = new Object();
  private final WorkerProcess.Observer observer = new Observer();
  private boolean closed;

  /// Makes a runner without starting a process yet.
  ///
  /// @param devices where to train, each device once
  /// @throws IllegalArgumentException if there is no device
  public LocalTrialRunner(
      WorkerProgram program, List<DeviceSlots> devices, WorkerSettings settings) {
    if (devices.isEmpty()) {
      throw new IllegalArgumentException("a runner needs at least one device");
    }
    this.settings = settings;
    this.stations = devices.stream().map(d -> new Station(d, program, settings)).toList();
    this.listeners = Executors.newSingleThreadExecutor(threads("trial listeners"));
    this.monitor = Ticker.start("worker monitor", settings.heartbeat(), this::tick);
    Runtime.getRuntime().addShutdownHook(closeAtExit);
  }

  @Override
  public void submit(TrialSpec trial, TrialListener listener) {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("the runner is closed");
      }
      Submission submission = new Submission(trial, listener);
      if (open.putIfAbsent(trial.id(), submission) != null) {
        throw new IllegalStateException("trial " + trial.id() + " is already queued or running");
      }
      queue.addLast(submission);
      fill();
    }
  }

  @Override
  public void cancel(String trial) {
    synchronized (lock) {
      Optional.ofNullable(open.get(trial)).ifPresent(this::cancel);
    }
  }

  private void cancel(Submission submission) {
    submission.cancelled = true;
    if (queue.remove(submission)) {
      finish(submission, new TrialOutcome.Cancelled(0));
    } else {
      stationOf(submission).ifPresent(s -> s.send(new Command.Cancel(submission.id())));
    }
  }

  /// Returns how the worker of each device is, in the order of the devices.
  public List<WorkerStatus> workers() {
    synchronized (lock) {
      return stations.stream().map(Station::status).toList();
    }
  }

  /// Asks the running trials to stop, waits for [WorkerSettings#grace], kills what is left, and
  /// returns when all processes are gone and all listeners have been called. Also happens when this
  /// process is told to end (Ctrl-C).
  ///
  /// Called from a listener, it does not wait for the other listeners.
  @Override
  public void close() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      List.copyOf(queue).forEach(this::cancel);
      open.values().forEach(submission -> submission.cancelled = true);
      stations.forEach(Station::shutdown);
    }
    awaitWorkers();
    monitor.close();
    synchronized (lock) {
      stations.forEach(Station::releaseAll);
      List.copyOf(open.values()).forEach(s -> finish(s, new TrialOutcome.Cancelled(s.step)));
    }
    awaitListeners();
    forgetExit();
  }

  private void awaitWorkers() {
    CompletableFuture<Void> gone;
    synchronized (lock) {
      gone =
          CompletableFuture.allOf(
              stations.stream()
                  .flatMap(station -> station.process().stream())
                  .map(WorkerProcess::gone)
                  .toArray(CompletableFuture<?>[]::new));
    }
    long grace = settings.grace().toMillis();
    gone.copy().completeOnTimeout(null, grace, TimeUnit.MILLISECONDS).join();
    synchronized (lock) {
      stations.forEach(station -> station.destroy("the runner closed"));
    }
    // Even a killed process may stay while a driver holds it; that must not hold us.
    gone.copy().completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
  }

  private void awaitListeners() {
    CompletableFuture<Void> last = new CompletableFuture<>();
    listeners.execute(() -> last.complete(null));
    listeners.shutdown();
    if (!Thread.currentThread().getName().equals("trial listeners")) {
      last.join();
    }
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(closeAtExit);
    } catch (IllegalStateException e) {
      LOG.debug("Closed by the end of the process", e);
    }
  }

  /// Gives free slots to waiting trials, and starts workers for those that wait still.
  private void fill() {
    while (!queue.isEmpty()) {
      Submission next = queue.getFirst();
      Optional<Station> free =
          stations.stream()
              .filter(station -> station.takes(next))
              .max(Comparator.comparingInt(Station::freeSlots));
      if (free.isEmpty()) {
        stations.forEach(station -> station.makeRoom(next));
        break;
      }
      free.get().take(queue.removeFirst());
    }
    int waiting = queue.size() - stations.stream().mapToInt(Station::comingSlots).sum();
    for (Station station : stations) {
      if (waiting > 0 && !closed && station.startable()) {
        station.start(observer, queue.getFirst());
        waiting -= station.comingSlots();
      }
    }
    if (!queue.isEmpty() && stations.stream().allMatch(Station::givenUp)) {
      loseAll();
    }
  }

  private void loseAll() {
    List<String> reasons = stations.stream().map(Station::reason).toList();
    String message = "No worker can be started: " + String.join("; ", reasons);
    stations.forEach(Station::forgive);
    List.copyOf(queue).forEach(s -> finish(s, new TrialOutcome.Lost(message)));
    queue.clear();
  }

  /// The end of a run without an outcome.
  private void lose(Submission submission, String why) {
    submission.losses++;
    if (submission.cancelled) {
      finish(submission, new TrialOutcome.Cancelled(submission.step));
    } else if (submission.losses >= settings.runs()) {
      String message =
          "The worker was lost in each of " + submission.losses + " runs, in the last ";
      finish(submission, new TrialOutcome.Lost(message + "because " + why));
    } else {
      LOG.warn("Trial {} begins again: {}", submission.id(), why);
      queue.addFirst(submission);
    }
  }

  /// The end of a run that was short of memory while others ran beside it.
  private void starve(Submission submission, String why) {
    submission.starved = true;
    if (submission.cancelled) {
      finish(submission, new TrialOutcome.Cancelled(submission.step));
    } else {
      LOG.warn("Trial {} begins again, alone on its device: {}", submission.id(), why);
      queue.addFirst(submission);
    }
  }

  private void finish(Submission submission, TrialOutcome outcome) {
    open.remove(submission.id());
    announce(submission, listener -> listener.finished(submission.trial, outcome));
  }

  private void announce(Submission submission, Consumer<TrialListener> call) {
    listeners.execute(() -> {
      try {
        call.accept(submission.listener);
      } catch (RuntimeException e) {
        LOG.error("The listener of trial {} failed", submission.id(), e);
      }
    });
  }

  private Optional<Station> stationOf(Submission submission) {
    return stations.stream().filter(s -> s.running(submission.id()).isPresent()).findFirst();
  }

  private void tick() {
    synchronized (lock) {
      stations.forEach(Station::tick);
    }
  }

  private static ThreadFactory threads(String name) {
    return Thread.ofPlatform().daemon().name(name).factory();
  }

  private final class Observer implements WorkerProcess.Observer {

    @Override
    public void heard(WorkerProcess worker, Event event) {
      synchronized (lock) {
        of(worker)
            .ifPresent(station -> {
              station.heard();
              hear(station, event);
            });
      }
    }

    @Override
    public void ended(WorkerProcess worker, int code) {
      synchronized (lock) {
        of(worker)
            .ifPresent(station -> {
              String why = station.ended(code);
              station.releaseAll().reversed().forEach(s -> lose(s, why));
              fill();
            });
      }
    }

    private Optional<Station> of(WorkerProcess worker) {
      return stations.stream()
          .filter(station -> station.process().filter(p -> p == worker).isPresent())
          .findFirst();
    }

    private void hear(Station station, Event event) {
      switch (event) {
        case Event.Ready ready -> {
          station.ready(ready);
          fill();
        }
        case Event.Started(String trial, int steps) ->
            station.running(trial).ifPresent(s -> started(s, steps));
        case Event.Progress progress ->
            station.running(progress.trial()).ifPresent(s -> progressed(s, progress));
        case Event.Scored(String trial, int epoch, double score) ->
            station
                .running(trial)
                .ifPresent(s -> announce(s, listener -> listener.scored(s.trial, epoch, score)));
        case Event.Finished(String trial, TrialOutcome outcome) ->
            station.running(trial).ifPresent(s -> ended(station, s, outcome));
        case Event.Heartbeat beat -> beat(station, beat);
        case Event.Fatal(String message) -> station.fatal(message);
      }
    }

    private void beat(Station station, Event.Heartbeat beat) {
      station.beat(beat).forEach(lost -> mislaid(station, lost));
      if (beat.residentBytes() > 0) {
        beat.steps().keySet().stream()
            .flatMap(trial -> station.running(trial).stream())
            .forEach(s -> announce(s, l -> l.occupied(s.trial, beat.residentBytes())));
      }
    }

    private void started(Submission submission, int steps) {
      submission.known = true;
      announce(submission, listener -> listener.started(submission.trial, steps));
    }

    private void progressed(Submission submission, Event.Progress progress) {
      if (progress.seq() != submission.batch + 1) {
        LOG.warn("Points of trial {} before {} are missing", submission.id(), progress.seq());
      }
      submission.batch = progress.seq();
      for (Event.Point point : progress.points()) {
        submission.step = point.step();
        announce(
            submission,
            l ->
                l.progressed(
                    submission.trial, point.step(), point.loss(), point.tokensPerSecond()));
      }
    }

    private void ended(Station station, Submission submission, TrialOutcome outcome) {
      station.release(submission);
      if (outcome instanceof TrialOutcome.OutOfMemory(int _, String why)
          && submission.accompanied) {
        starve(submission, why);
      } else {
        finish(submission, outcome);
      }
      fill();
    }

    private void mislaid(Station station, Submission submission) {
      station.release(submission);
      lose(submission, "its outcome did not arrive");
      fill();
    }
  }
}
