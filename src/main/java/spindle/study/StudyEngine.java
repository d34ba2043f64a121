package spindle.study;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Drives a study: starts trials, records how they end, decides stages by their data, and takes
/// commands, until nothing is left to do on its path.
///
/// It works in one thread. What it starts and decides follows from what is recorded, never from
/// times or from the order in which trials end; so it may be killed at any moment, and the next
/// engine on the same records continues as if nothing had happened. Trials that were running then
/// are run again.
public final class StudyEngine {

  /// How long a command may wait for the engine to look.
  private static final Duration TICK = Duration.ofMillis(200);

  /// So many trials lost one after the other mean that no worker holds.
  private static final int LOST_IN_A_ROW = 3;

  private final StudyOwner owner;
  private final EngineTools tools;
  private final Orders orders;
  private final Instant begun;
  private final Patience patience;
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private final List<AttemptMetric> points = new ArrayList<>();

  private Course course;
  private Optional<Crew> crew = Optional.empty();
  private Optional<EngineEnd> end = Optional.empty();
  private boolean starting = true;
  private boolean paused;
  private boolean changed = true;
  private int finished;
  private final List<String> lost = new ArrayList<>();

  /// Makes an engine for one run.
  ///
  /// @param owner of the study; the engine does not close it
  /// @param path name of the path to run
  /// @throws IllegalArgumentException if there is no such path
  public StudyEngine(StudyOwner owner, EngineTools tools, String path) {
    this(owner, tools, path, Patience.PAUSE);
  }

  StudyEngine(StudyOwner owner, EngineTools tools, String path, Duration pause) {
    this.owner = owner;
    this.tools = tools;
    this.orders = new Orders(owner, tools.patterns());
    this.begun = tools.clock().instant();
    this.patience =
        new Patience(pause, text -> tools.listener().happened(StudyEvent.Level.WARNING, text));
    this.course = new Course(owner, path);
  }

  /// Runs until the path is done, a command stops it or the thread is interrupted, whose mark is
  /// then set again. Running trials are cancelled then and are not recorded as ended.
  public EngineEnd run() {
    boolean interrupted = false;
    try {
      tell(StudyState.Phase.RUNNING, "running " + course.where());
      while (end.isEmpty()) {
        turn();
      }
    } catch (InterruptedException _) {
      interrupted = true;
      end = Optional.of(EngineEnd.INTERRUPTED);
    } finally {
      dismiss();
      flush();
      tell(StudyState.Phase.IDLE, end.map(StudyEngine::words).orElse("ended by an error"));
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return end.orElseThrow();
  }

  private void turn() throws InterruptedException {
    obey();
    starting = false;
    advance();
    if (end.isPresent()) {
      return;
    }
    Report first = reports.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      hear(first);
      List<Report> more = new ArrayList<>();
      reports.drainTo(more);
      more.forEach(this::hear);
    }
    flush();
  }

  private void obey() {
    for (var next = owner.next(); next.isPresent(); next = owner.next()) {
      PostedCommand posted = next.get();
      patience.run(
          () -> owner.together(() -> owner.answer(posted.number(), answer(posted.command()))));
      reload();
    }
  }

  private CommandAnswer answer(StudyCommand command) {
    return switch (command) {
      case StudyCommand.Start(String path) -> start(path);
      case StudyCommand.Pause() -> starting ? idle() : pause("paused by the user");
      case StudyCommand.Resume() -> resume();
      case StudyCommand.Stop() -> starting ? idle() : stop();
      case StudyCommand.Cancel(String key) -> cancel(key);
      case StudyCommand.Retry _,
          StudyCommand.Limit _,
          StudyCommand.Compare _,
          StudyCommand.Keep _,
          StudyCommand.Override _,
          StudyCommand.Edit _,
          StudyCommand.Fork _,
          StudyCommand.Confirm _,
          StudyCommand.Export _ ->
          orders.carryOut(command);
    };
  }

  /// A command to an engine that is no more was posted before this one began.
  private static CommandAnswer idle() {
    return new CommandAnswer.Done("the study was not running");
  }

  private CommandAnswer start(String path) {
    try {
      course = new Course(owner, path);
    } catch (IllegalArgumentException e) {
      return new CommandAnswer.Refused(String.valueOf(e.getMessage()));
    }
    return resume();
  }

  private CommandAnswer pause(String why) {
    paused = true;
    tell(StudyState.Phase.PAUSED, why);
    return new CommandAnswer.Done("no more trials are started");
  }

  private CommandAnswer resume() {
    paused = false;
    tell(StudyState.Phase.RUNNING, "running " + course.where());
    return new CommandAnswer.Done("running " + course.where());
  }

  private CommandAnswer stop() {
    end = Optional.of(EngineEnd.STOPPED);
    return new CommandAnswer.Done("stopped; the study can be continued");
  }

  private CommandAnswer cancel(String key) {
    return crew.flatMap(people -> people.cancel(key)).isPresent()
        ? new CommandAnswer.Done("trial " + key + " is being cancelled")
        : new CommandAnswer.Refused("trial " + key + " is not running");
  }

  /// Takes up what a command changed.
  private void reload() {
    course = new Course(owner, course.name());
    changed = true;
    List<Place> places = owner.limits().places();
    if (crew.filter(people -> !people.worksOn(places)).isPresent()) {
      dismiss();
    }
  }

  private void advance() {
    while (changed && !paused && end.isEmpty()) {
      changed = false;
      Optional<String> limit = limitReached();
      if (limit.isPresent()) {
        warn(limit.get());
        pause(limit.get());
        return;
      }
      step(course.next(running(), free()));
    }
  }

  private void step(Step step) {
    switch (step) {
      case Step.Train(List<TrialSpec> trials) -> trials.forEach(this::submit);
      case Step.Await() -> {}
      case Step.Decide _ -> decide();
      case Step.Done() -> {
        if (running().isEmpty()) {
          end = Optional.of(EngineEnd.DONE);
        }
      }
    }
  }

  private Optional<String> limitReached() {
    RunLimits limits = owner.limits();
    if (limits.trials().filter(most -> finished >= most).isPresent()) {
      return Optional.of("paused: the limit of " + finished + " trials is reached");
    }
    Duration spent = Duration.between(begun, tools.clock().instant());
    return limits
        .time()
        .filter(most -> spent.compareTo(most) >= 0)
        .map(most -> "paused: the limit of " + most.toSeconds() + " s is reached");
  }

  private void submit(TrialSpec trial) {
    if (end.isPresent()) {
      return;
    }
    Crew people = crew.orElseGet(this::hire);
    AttemptId attempt = patience.get(() -> owner.begin(trial));
    try {
      people.submit(attempt, trial);
    } catch (IllegalStateException _) {
      end = Optional.of(EngineEnd.INTERRUPTED); // the process ends and has closed its runner
    }
  }

  private void decide() {
    try {
      Decision decision = patience.get(course::decide);
      changed = true;
      tools.listener().decided(course.path(), decision);
      tell(StudyState.Phase.RUNNING, "running " + course.where());
    } catch (IllegalStateException e) {
      warn(String.valueOf(e.getMessage()));
      pause(String.valueOf(e.getMessage()));
    }
  }

  private void hear(Report report) {
    Crew.Job job = report.job();
    if (crew.filter(people -> people == job.crew()).isEmpty()) {
      return; // of devices that were given back
    }
    EngineListener listener = tools.listener();
    switch (report) {
      case Report.Started(var _, int steps) -> listener.started(job.trial(), steps);
      case Report.Progressed(var _, int step, double loss, double speed) -> {
        note(job, "loss", new MetricPoint(step, loss));
        note(job, "tokensPerSecond", new MetricPoint(step, speed));
        listener.progressed(job.trial(), step, loss, speed);
      }
      case Report.Occupied(var _, int step, long bytes) -> {
        note(job, "residentBytes", new MetricPoint(step, bytes));
        listener.occupied(job.trial(), bytes);
      }
      case Report.Scored(var _, int epoch, double score) -> {
        note(job, "score", new MetricPoint(epoch, score));
        listener.scored(job.trial(), epoch, score);
      }
      case Report.Ended(var _, TrialOutcome outcome) -> ended(job, outcome);
    }
  }

  private void ended(Crew.Job job, TrialOutcome outcome) {
    boolean asked = job.crew().release(job.trial().id());
    if (outcome instanceof TrialOutcome.Cancelled && !asked) {
      end = Optional.of(EngineEnd.INTERRUPTED); // the process ends and has closed its runner
      return;
    }
    flush();
    Provenance provenance = tools.origins().of(job.trial(), job.crew().device());
    patience.run(() -> owner.finish(job.attempt(), outcome, provenance));
    course.ended(job.trial().id(), outcome);
    finished++;
    changed = true;
    tools.listener().finished(job.trial(), outcome);
    Endings.warning(job.trial(), outcome).ifPresent(this::warn);
    count(job.trial(), outcome);
  }

  /// Trials that end as lost, one after the other, are no fault of theirs: they will be attempted
  /// anew once the user has seen to the cause.
  private void count(TrialSpec trial, TrialOutcome outcome) {
    if (!(outcome instanceof TrialOutcome.Lost(String message))) {
      lost.clear();
      return;
    }
    lost.add(trial.id());
    if (lost.size() >= LOST_IN_A_ROW) {
      patience.run(() -> owner.together(() -> lost.forEach(owner::setAside)));
      lost.clear();
      reload();
      String why = "paused: no worker holds (" + message + "); resume to try again";
      warn(why);
      pause(why);
    }
  }

  private void note(Crew.Job job, String metric, MetricPoint point) {
    points.add(new AttemptMetric(job.attempt(), metric, point));
  }

  private void flush() {
    if (!points.isEmpty()) {
      patience.run(() -> owner.record(List.copyOf(points)));
      points.clear();
    }
  }

  private void warn(String text) {
    patience.run(() -> owner.log(StudyEvent.Level.WARNING, text));
    tools.listener().happened(StudyEvent.Level.WARNING, text);
  }

  private void tell(StudyState.Phase phase, String text) {
    patience.run(() -> owner.tell(new StudyState(phase, Optional.of(course.name()), text)));
  }

  private Set<String> running() {
    return crew.map(Crew::running).orElse(Set.of());
  }

  private int free() {
    return crew.map(Crew::free)
        .orElseGet(() -> owner.limits().places().stream().mapToInt(Place::slots).sum());
  }

  private Crew hire() {
    List<Place> places = owner.limits().places();
    Crew people = new Crew(tools.runners().open(places), places, reports);
    crew = Optional.of(people);
    return people;
  }

  /// Gives the devices back; what ran there is run again when it is wanted.
  private void dismiss() {
    Optional<Crew> people = crew;
    crew = Optional.empty();
    people.ifPresent(Crew::close);
  }

  private static String words(EngineEnd end) {
    return switch (end) {
      case DONE -> "nothing is left to do";
      case STOPPED -> "stopped by the user";
      case INTERRUPTED -> "interrupted";
    };
  }
}
