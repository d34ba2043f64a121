package spindle.training.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// A device, the worker process that it has now, and the trials in its slots. Guarded by the
/// runner's lock.
final class Station {

  private enum Phase {
    /// No process.
    EMPTY,
    /// A process that is not ready yet.
    STARTING,
    /// Takes trials.
    READY,
    /// Was told to end.
    ENDING
  }

  private final DeviceSlots place;
  private final WorkerProgram program;
  private final WorkerSettings settings;
  private final Map<String, Submission> running = new LinkedHashMap<>();

  private Phase phase = Phase.EMPTY;
  private Optional<WorkerProcess> process = Optional.empty();
  private Optional<String> reason = Optional.empty();
  private Event.Heartbeat lastBeat = new Event.Heartbeat(0, Map.of());
  private Map<String, String> versions = Map.of();
  private boolean tf32;
  private int starts;
  private int failedStarts;
  private int taken;
  private int silentTicks;
  private int startTicks;

  Station(DeviceSlots place, WorkerProgram program, WorkerSettings settings) {
    this.place = place;
    this.program = program;
    this.settings = settings;
  }

  String device() {
    return place.device();
  }

  /// Starts a process if there is none and the device has not been given up.
  ///
  /// @param next the trial that waits for it
  void start(WorkerProcess.Observer observer, Submission next) {
    starts++;
    tf32 = next.tf32();
    silentTicks = 0;
    startTicks = 0;
    taken = 0;
    reason = Optional.empty();
    lastBeat = new Event.Heartbeat(0, Map.of());
    try {
      String name = "worker " + starts + " on " + device();
      process =
          Optional.of(
              WorkerProcess.start(program.process(place, settings, products()), name, observer));
      phase = Phase.STARTING;
    } catch (IOException e) {
      failedStarts = settings.runs();
      reason = Optional.of("it cannot be started: " + e.getMessage());
    }
  }

  boolean startable() {
    return phase == Phase.EMPTY && !givenUp();
  }

  /// Returns whether its worker did not get ready so often that it is not tried again.
  boolean givenUp() {
    return failedStarts >= settings.runs();
  }

  void forgive() {
    failedStarts = 0;
  }

  /// Returns the slots that a worker will have when it is ready.
  int comingSlots() {
    return phase == Phase.STARTING ? place.slots() : 0;
  }

  int slots() {
    return place.slots();
  }

  int freeSlots() {
    return phase == Phase.READY && !worn() ? place.slots() - running.size() : 0;
  }

  boolean takes(Submission submission) {
    boolean alone =
        submission.runsAlone() || running.values().stream().anyMatch(Submission::runsAlone);
    return freeSlots() > 0 && submission.tf32() == tf32 && (!alone || running.isEmpty());
  }

  /// Ends a process that has nothing to do and multiplies in another format than a trial asks for.
  void makeRoom(Submission next) {
    if (phase == Phase.READY && running.isEmpty() && next.tf32() != tf32) {
      shutdown();
    }
  }

  private WorkerProgram.Products products() {
    return tf32 ? WorkerProgram.Products.TF32 : WorkerProgram.Products.FLOAT32;
  }

  void take(Submission submission) {
    taken++;
    submission.beginRun();
    submission.accompanied = !running.isEmpty();
    running.values().forEach(other -> other.accompanied = true);
    running.put(submission.id(), submission);
    send(new Command.Train(submission.trial));
  }

  Optional<Submission> running(String trial) {
    return Optional.ofNullable(running.get(trial));
  }

  void release(Submission submission) {
    running.remove(submission.id());
    if (worn() && running.isEmpty()) {
      shutdown();
    }
  }

  /// Empties the slots and returns what was in them, first taken first.
  List<Submission> releaseAll() {
    List<Submission> all = List.copyOf(running.values());
    running.clear();
    return all;
  }

  void ready(Event.Ready event) {
    versions = event.versions();
    failedStarts = 0;
    if (phase == Phase.STARTING) {
      phase = Phase.READY;
    }
  }

  /// The worker is about to end by itself; if that is at its start, another try would end alike.
  void fatal(String message) {
    reason = Optional.of(message);
    if (phase == Phase.STARTING) {
      failedStarts = settings.runs();
    }
  }

  /// Takes note of a heartbeat and returns the trials that the worker knew and knows no more: their
  /// outcome was sent, but destroyed by what native code printed.
  List<Submission> beat(Event.Heartbeat event) {
    lastBeat = event;
    List<Submission> unknown = new ArrayList<>();
    for (Submission submission : running.values()) {
      boolean named = event.steps().containsKey(submission.id());
      if (submission.known && !named) {
        unknown.add(submission);
      }
      submission.known |= named;
      submission.step = event.steps().getOrDefault(submission.id(), submission.step);
    }
    return unknown;
  }

  void heard() {
    silentTicks = 0;
  }

  /// A heartbeat's time has passed; kills the worker if it has been silent for too long.
  ///
  /// Ticks are counted, not clock times compared: a computer that slept has not waited.
  void tick() {
    silentTicks++;
    startTicks++;
    if (past(silentTicks, settings.silence())) {
      destroy("it was not heard of for " + settings.silence().toSeconds() + " s");
    } else if (phase == Phase.STARTING && past(startTicks, settings.startup())) {
      destroy("it was not ready after " + settings.startup().toSeconds() + " s");
    }
  }

  private boolean past(int ticks, Duration limit) {
    return settings.heartbeat().multipliedBy(ticks).compareTo(limit) > 0;
  }

  /// The process is gone; returns why.
  String ended(int code) {
    if (phase == Phase.STARTING) {
      failedStarts++;
    }
    String why = reason.orElse(how(code, process.map(WorkerProcess::lastWords).orElse("")));
    phase = Phase.EMPTY;
    process = Optional.empty();
    reason = Optional.of(why);
    return why;
  }

  private static String how(int code, String words) {
    boolean killed = code > 128 && code <= 192;
    String how = killed ? "it was killed by signal " + (code - 128) : "it ended with code " + code;
    return words.isEmpty() ? how : how + " after the words \"" + words + "\"";
  }

  /// Returns why the last process ended.
  String reason() {
    return device() + ": " + reason.orElse("unknown");
  }

  void send(Command command) {
    process.ifPresent(worker -> worker.send(command));
  }

  void shutdown() {
    if (phase != Phase.EMPTY) {
      phase = Phase.ENDING;
      send(new Command.Shutdown());
    }
  }

  void destroy(String why) {
    reason = Optional.of(why);
    process.ifPresent(WorkerProcess::destroy);
  }

  Optional<WorkerProcess> process() {
    return process;
  }

  WorkerStatus status() {
    OptionalLong pid =
        process.map(worker -> OptionalLong.of(worker.pid())).orElse(OptionalLong.empty());
    Map<String, Integer> steps =
        running.values().stream().collect(Collectors.toMap(Submission::id, s -> s.step));
    return new WorkerStatus(place, pid, starts, lastBeat.residentBytes(), steps, versions);
  }

  private boolean worn() {
    return taken >= settings.trialsPerWorker();
  }
}
