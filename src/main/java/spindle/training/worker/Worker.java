package spindle.training.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.training.Trainer;
import spindle.training.TrainerFactory;

/// The worker: reads commands, trains in its slots, sends events.
final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration FLUSH = Duration.ofSeconds(1);

  private final WorkerArguments arguments;
  private final EventWriter events;
  private final IntConsumer exit;
  private final ExecutorService slots;
  private final Map<String, RunningTrial> running = new ConcurrentHashMap<>();
  private final CompletableFuture<Trainer> trainer = new CompletableFuture<>();

  /// @param exit ends the process at once with a code
  Worker(WorkerArguments arguments, EventWriter events, IntConsumer exit) {
    this.arguments = arguments;
    this.events = events;
    this.exit = exit;
    this.slots = Executors.newFixedThreadPool(arguments.place().slots(), slotThreads());
  }

  /// Serves until the input ends.
  void serve(BufferedReader commands, TrainerFactory trainers) {
    startTimers();
    slots.execute(() -> open(trainers));
    try {
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        read(line).ifPresent(this::obey);
      }
    } catch (IOException e) {
      LOG.warn("The commands cannot be read any more", e);
    }
    exit.accept(0);
  }

  private Optional<Command> read(String line) {
    try {
      return line.isBlank() ? Optional.empty() : Optional.of(Lines.read(line, Command.class));
    } catch (RuntimeException e) {
      LOG.error("Not a command: {}", line, e);
      fail("the worker got a command that it cannot read: " + e.getMessage(), 2);
      return Optional.empty();
    }
  }

  private void obey(Command command) {
    switch (command) {
      case Command.Train(TrialSpec trial) -> {
        RunningTrial slot = new RunningTrial(trial.id(), events);
        running.put(trial.id(), slot);
        slots.execute(() -> train(trial, slot));
      }
      case Command.Cancel(String trial) ->
          Optional.ofNullable(running.get(trial)).ifPresent(RunningTrial::cancel);
      case Command.Shutdown() -> {
        running.values().forEach(RunningTrial::cancel);
        slots.shutdown();
        Thread.ofPlatform().name("end").start(this::endAfterSlots);
      }
    }
  }

  private void open(TrainerFactory trainers) {
    DeviceSlots place = arguments.place();
    try {
      Trainer opened = trainers.open(place.device(), place.together());
      trainer.complete(opened);
      events.write(new Event.Ready(place.device(), place.slots(), opened.versions()));
    } catch (RuntimeException e) {
      LOG.error("No trainer for {}", place.device(), e);
      fail(message(e), 1);
    }
  }

  /// The trial leaves `running` only after its outcome is written: a heartbeat that names it no
  /// more proves that the outcome was sent before.
  private void train(TrialSpec trial, RunningTrial slot) {
    TrialOutcome outcome = outcome(trial, slot);
    beat(); // the last word on its memory, also of a trial shorter than a heartbeat
    slot.finished(trial, outcome);
    running.remove(trial.id());
  }

  private TrialOutcome outcome(TrialSpec trial, RunningTrial slot) {
    try {
      return trainer.join().train(trial, slot, slot);
    } catch (OutOfMemoryError e) {
      LOG.warn("Trial {} is out of memory", trial.id(), e);
      return new TrialOutcome.OutOfMemory(slot.step(), message(e));
    } catch (RuntimeException e) {
      LOG.error("Trial {} failed", trial.id(), e);
      return new TrialOutcome.Failed(message(e));
    }
  }

  private void endAfterSlots() {
    try {
      slots.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exit.accept(0);
  }

  private void startTimers() {
    beat();
    Ticker.start("heartbeat", arguments.heartbeat(), this::beat);
    Ticker.start("flush", FLUSH, this::flush);
  }

  private void beat() {
    events.write(this::heartbeat);
  }

  private Event heartbeat() {
    Map<String, Integer> steps =
        running.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().step()));
    return new Event.Heartbeat(ResidentMemory.bytes(), steps);
  }

  private void flush() {
    running.values().forEach(RunningTrial::flush);
  }

  private ThreadFactory slotThreads() {
    return Thread.ofPlatform()
        .name("slot-", 1)
        .uncaughtExceptionHandler((thread, error) -> {
          LOG.error("{} cannot go on", thread.getName(), error);
          fail(message(error), 3);
        })
        .factory();
  }

  private void fail(String message, int code) {
    events.write(new Event.Fatal(message));
    exit.accept(code);
  }

  private static String message(Throwable error) {
    return Optional.ofNullable(error.getMessage()).orElse(error.getClass().getSimpleName());
  }
}
