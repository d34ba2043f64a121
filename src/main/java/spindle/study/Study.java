package spindle.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import spindle.design.DesignSpace;
import spindle.design.Tuning;

/// A study: what follows from its plan, the decisions of a path and the recorded trials.
///
/// It holds no state but remembered designs. Whoever drives it asks for the next step, starts
/// trials, records how they end, and asks again; the answers depend on what is recorded, not on
/// when or in which order it was. Safe for use by several threads if the log is.
public final class Study {

  private final StudyPlan plan;
  private final Draws draws;
  private final Racing racing;
  private final Trials trials;
  private final Map<Series, Map<Integer, Entry>> entries;

  private record Series(DesignSpace space, Candidate candidate) {}

  /// Makes the study of a plan.
  ///
  /// @param log what is recorded of trials, looked up anew at each question
  public Study(StudyPlan plan, TrialLog log) {
    this.plan = plan;
    this.draws = new Draws(plan);
    this.racing = new Racing(plan.protocol().sampling(), plan.protocol().criterion());
    this.trials = new Trials(plan, log);
    this.entries = new ConcurrentHashMap<>();
  }

  private Study(Study other, TrialLog log) {
    this.plan = other.plan;
    this.draws = other.draws;
    this.racing = other.racing;
    this.trials = new Trials(other.plan, log);
    this.entries = other.entries;
  }

  /// Returns the study of the same plan over other records. It shares the remembered designs, which
  /// follow from the plan alone.
  public Study over(TrialLog log) {
    return new Study(this, log);
  }

  /// Returns the plan.
  public StudyPlan plan() {
    return plan;
  }

  /// Returns how far the open stage of a path has come; empty if all are decided.
  public Optional<StageProgress> open(StudyPath path) {
    return path.open(plan).map(stage -> new StageProgress(this, path.space(plan), stage));
  }

  /// Returns how far a decided stage has come, by what is recorded now.
  public StageProgress decided(StudyPath path, Decision decision) {
    StudyPath before = path.before(decision.stage().kind());
    return new StageProgress(this, before.space(plan), decision.stage());
  }

  /// Returns what is to be done next on a path.
  ///
  /// @param running ids of the trials that are running
  /// @param slots how many more can run
  public Step next(StudyPath path, Set<String> running, int slots) {
    Optional<StageProgress> open = open(path);
    if (open.isEmpty()) {
      return new Step.Done();
    }
    StageProgress progress = open.get();
    return progress.race().state() == Race.State.SAMPLING
        ? Step.training(progress.wanted(), running, slots)
        : new Step.Decide(progress);
  }

  /// Returns the path with the open stage decided by its data.
  ///
  /// @throws IllegalStateException if it has not been sampled to its end, nothing of it was
  ///   measured or no stage is open
  public StudyPath keep(StudyPath path) {
    StageProgress progress = opened(path);
    Verdict verdict = progress.verdict();
    String id = progress.stage().kind().id();
    if (progress.race().state() == Race.State.SAMPLING) {
      throw new IllegalStateException(
          "stage " + id + " is still being sampled; override it with a reason to decide it now");
    }
    String leader =
        verdict
            .leader()
            .or(() -> alone(progress.stage()))
            .orElseThrow(() ->
                new IllegalStateException(
                    "no design of stage " + id + " was measured; override it with a reason"));
    return path.with(new Decision(progress.stage(), leader, new Decision.Basis.Kept(), verdict));
  }

  /// Returns the path with the open stage decided by the user, at any time.
  ///
  /// @param reason in the user's words, not blank
  /// @throws IllegalArgumentException if the stage has no candidate of that name
  /// @throws IllegalStateException if no stage is open
  public StudyPath override(StudyPath path, String candidate, String reason) {
    StageProgress progress = opened(path);
    return path.with(
        new Decision(
            progress.stage(),
            candidate,
            new Decision.Basis.Overridden(reason),
            progress.verdict()));
  }

  /// Returns the trials of a draw, one a task in the plan's order; none if it gave no design.
  ///
  /// @param number of the draw, which names the seed
  public List<TrialSpec> trials(Draw draw, int number) {
    return switch (draw) {
      case Draw.Drawn drawn ->
          trials.selection(
              new Tuning.Modules(drawn.solution().plan(), Tuning.Outside.FROZEN), number);
      case Draw.Impossible _ -> List.of();
    };
  }

  /// Returns how a trial ended; empty if it has not, or is to be tried again.
  public Optional<TrialOutcome> outcome(TrialSpec trial) {
    return trials.outcome(trial);
  }

  /// Returns the number of different designs trained, or begun, on the decided stages of a path.
  public int designs(StudyPath path) {
    return (int)
        path.decisions().stream()
            .flatMap(decision -> decided(path, decision).entries().stream())
            .filter(entry -> entry.trials().stream().anyMatch(t -> outcome(t).isPresent()))
            .map(entry -> entry.trials().getFirst().id())
            .distinct()
            .count();
  }

  /// Returns a draw of a candidate with its trials; they are remembered.
  Entry entry(DesignSpace space, Candidate candidate, int number) {
    return entries
        .computeIfAbsent(new Series(space, candidate), _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            number,
            _ -> {
              Draw draw = draws.of(space, candidate, number);
              return new Entry(new Slot(candidate.name(), number), draw, trials(draw, number));
            });
  }

  Draws draws() {
    return draws;
  }

  Racing racing() {
    return racing;
  }

  Trials trials() {
    return trials;
  }

  List<TrialSpec> open(List<TrialSpec> wanted) {
    return trials.open(wanted);
  }

  Trials.Measured measured(Entry entry) {
    return entry.trials().isEmpty()
        ? new Trials.Measured.Unscored()
        : trials.measured(entry.trials());
  }

  private StageProgress opened(StudyPath path) {
    return open(path)
        .orElseThrow(
            () -> new IllegalStateException("every stage of path " + path.name() + " is decided"));
  }

  private static Optional<String> alone(Stage stage) {
    return stage.candidates().size() == 1
        ? Optional.of(stage.candidates().getFirst().name())
        : Optional.empty();
  }
}
