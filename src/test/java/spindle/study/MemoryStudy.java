package spindle.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A study's records in memory, which outlive the engine that writes them.
final class MemoryStudy implements StudyOwner, StudyCommands {

  private final Map<AttemptId, Attempt> attempts = new LinkedHashMap<>();
  private final Map<String, TrialSpec> trials = new LinkedHashMap<>();
  private final Map<String, StudyPath> paths = new LinkedHashMap<>();
  private final Map<String, ConfirmationPlan> confirmations = new LinkedHashMap<>();
  private final Map<AttemptMetric, Double> points = new LinkedHashMap<>();
  private final List<PostedCommand> commands = new ArrayList<>();
  private final List<StudyEvent> events = new ArrayList<>();
  private StudyPlan plan;
  private RunLimits limits;
  private StudyState state = new StudyState(StudyState.Phase.IDLE, Optional.empty(), "new");
  private long version;
  private int failures;

  MemoryStudy(StudyPlan plan, int slots) {
    this.plan = plan;
    this.limits = RunLimits.on(List.of(new Place(new Device.Cpu(), slots)));
    paths.put("main", StudyPath.main());
  }

  /// Lets the next ends of trials fail, as if the disk were full.
  synchronized void fail(int times) {
    failures = times;
  }

  @Override
  public synchronized void together(Runnable writes) {
    writes.run();
  }

  @Override
  public synchronized AttemptId begin(TrialSpec trial) {
    AttemptId id = new AttemptId(trial.id(), history(trial.id()).size() + 1);
    trials.putIfAbsent(trial.id(), trial);
    put(new Attempt(id, trial.settings(), Instant.EPOCH, Optional.empty(), Attempt.Weight.COUNTS));
    return id;
  }

  @Override
  public synchronized void finish(AttemptId id, TrialOutcome outcome, Provenance provenance) {
    if (failures-- > 0) {
      throw new StoreException(StoreException.Kind.LATER, "the disk is full");
    }
    Attempt attempt = Optional.ofNullable(attempts.get(id)).orElseThrow();
    if (attempt.end().isEmpty()) {
      Attempt.End end = new Attempt.End(outcome, provenance, Instant.EPOCH);
      put(new Attempt(id, attempt.settings(), attempt.begun(), Optional.of(end), attempt.weight()));
    }
  }

  @Override
  public synchronized void setAside(String key) {
    history(key)
        .forEach(a ->
            put(new Attempt(a.id(), a.settings(), a.begun(), a.end(), Attempt.Weight.SET_ASIDE)));
  }

  private void put(Attempt attempt) {
    attempts.put(attempt.id(), attempt);
    version++;
  }

  @Override
  public synchronized void record(List<AttemptMetric> more) {
    more.forEach(point -> points.putIfAbsent(point, point.point().value()));
  }

  @Override
  public synchronized void save(StudyPath path) {
    paths.put(path.name(), path);
  }

  @Override
  public synchronized void confirm(String path, ConfirmationPlan how) {
    confirmations.put(path, how);
  }

  @Override
  public synchronized void change(Protocol protocol) {
    plan = plan.with(protocol);
  }

  @Override
  public synchronized void change(RunLimits other) {
    limits = other;
  }

  @Override
  public synchronized void tell(StudyState now) {
    state = now;
  }

  @Override
  public synchronized void log(StudyEvent.Level level, String text) {
    events.add(new StudyEvent(events.size() + 1, Instant.EPOCH, level, text));
  }

  @Override
  public synchronized Optional<PostedCommand> next() {
    return commands.stream().filter(command -> command.answer().isEmpty()).findFirst();
  }

  @Override
  public synchronized void answer(long number, CommandAnswer answer) {
    PostedCommand old = commands.get((int) number - 1);
    commands.set(
        (int) number - 1,
        new PostedCommand(number, old.posted(), old.command(), Optional.of(answer)));
  }

  @Override
  public synchronized long post(StudyCommand command) {
    commands.add(new PostedCommand(commands.size() + 1, Instant.EPOCH, command, Optional.empty()));
    return commands.size();
  }

  @Override
  public synchronized Optional<CommandAnswer> answer(long command) {
    return commands.get((int) command - 1).answer();
  }

  @Override
  public synchronized StudyPlan plan() {
    return plan;
  }

  @Override
  public synchronized RunLimits limits() {
    return limits;
  }

  @Override
  public synchronized StudyState state() {
    return state;
  }

  @Override
  public Optional<Ownership> owner() {
    return Optional.empty();
  }

  @Override
  public synchronized List<StudyPath> paths() {
    return List.copyOf(paths.values());
  }

  @Override
  public synchronized Optional<ConfirmationPlan> confirmation(String path) {
    return Optional.ofNullable(confirmations.get(path));
  }

  @Override
  public synchronized Optional<TrialSpec> trial(String key) {
    return Optional.ofNullable(trials.get(key));
  }

  @Override
  public synchronized List<Attempt> attempts() {
    return List.copyOf(attempts.values());
  }

  @Override
  public synchronized List<Attempt> history(String key) {
    return attempts.values().stream().filter(a -> a.id().trial().equals(key)).toList();
  }

  @Override
  public List<TrialOutcome> attempts(String key) {
    return new Ledger(this).attempts(key);
  }

  @Override
  public synchronized List<String> metrics(AttemptId attempt) {
    return points.keySet().stream()
        .filter(point -> point.attempt().equals(attempt))
        .map(AttemptMetric::metric)
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public synchronized List<MetricPoint> curve(AttemptId attempt, String metric) {
    return points.keySet().stream()
        .filter(point -> point.attempt().equals(attempt) && point.metric().equals(metric))
        .map(AttemptMetric::point)
        .toList();
  }

  @Override
  public synchronized List<StudyEvent> events(long after) {
    return events.subList((int) after, events.size()).stream().toList();
  }

  @Override
  public synchronized List<PostedCommand> commands(long after) {
    return commands.subList((int) after, commands.size()).stream().toList();
  }

  @Override
  public synchronized long version() {
    return version;
  }

  @Override
  public Optional<String> notice() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
