package spindle.ui.explorer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import spindle.design.BackboneShape;
import spindle.design.Budget;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.ModuleOptions;
import spindle.design.Spending;
import spindle.study.Attempt;
import spindle.study.AttemptId;
import spindle.study.CommandAnswer;
import spindle.study.Confirmation;
import spindle.study.ConfirmationPlan;
import spindle.study.Criterion;
import spindle.study.Device;
import spindle.study.Entry;
import spindle.study.Forecast;
import spindle.study.LearningRates;
import spindle.study.MetricPoint;
import spindle.study.Place;
import spindle.study.Presets;
import spindle.study.Protocol;
import spindle.study.Provenance;
import spindle.study.RunLimits;
import spindle.study.SamplingPlan;
import spindle.study.Seed;
import spindle.study.StageKind;
import spindle.study.StageProgress;
import spindle.study.Study;
import spindle.study.StudyCommand;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.StudyState;
import spindle.study.StudyTask;
import spindle.study.Subject;
import spindle.study.TrainingSettings;
import spindle.study.TrialLog;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.Metric;
import spindle.task.TaskSource;
import spindle.ui.session.StudyAccess;
import spindle.ui.session.StudySnapshot;

/// A study in memory whose trainings are done by a formula, step by step, as tests ask for it.
///
/// The later a candidate stands in its stage, the lower it scores, but for a spindle and for all
/// groups tuned, which are the best; every score has its own spread.
public final class TestStudy implements StudyAccess {
  static final BackboneShape SHAPE =
      new BackboneShape(Family.BERT, 12, 0, 384, 384, 1536, 12, FeedForward.PLAIN, 33_212_160);

  private final Map<String, TrialOutcome> ends = new HashMap<>();
  private final Map<String, TrialSpec> trials = new LinkedHashMap<>();
  private final Map<String, StudyPath> paths = new LinkedHashMap<>();
  private final Map<String, ConfirmationPlan> confirmations = new TreeMap<>();
  private final List<Consumer<StudySnapshot>> hearers = new ArrayList<>();
  public final List<StudyCommand> orders = new ArrayList<>();
  private StudyPlan plan;
  private StudyState.Phase phase = StudyState.Phase.IDLE;
  private boolean runs;
  private final TrialLog log = key -> Optional.ofNullable(ends.get(key)).stream().toList();
  private Study study;

  public TestStudy(SamplingPlan sampling) {
    TrainingSettings settings =
        new TrainingSettings(96, 1, 16, 16, 32, LearningRates.USUAL, 0.1, 0, 1);
    Subject subject =
        new Subject(
            "bundled",
            SHAPE,
            List.of(new StudyTask(new TaskSource.Practice("reviews"), 0.5)),
            new Budget(0.03),
            Spending.DEFAULT,
            ModuleOptions.DEFAULT,
            settings);
    Protocol protocol =
        new Protocol(
            sampling, Criterion.DEFAULT, Protocol.Diverged.SCORES_FLOOR, Presets.Extent.PAPER);
    plan = new StudyPlan(subject, 4, StageKind.paper(4), protocol, new Seed(7));
    study = new Study(plan, log);
    paths.put("main", StudyPath.main());
  }

  /// Returns a study whose stages end after 4 to 8 designs a candidate.
  public static TestStudy small() {
    return new TestStudy(new SamplingPlan.Paired(8, 4, 2, 0.95));
  }

  /// Returns a study whose stages end after 40 designs a candidate, for pictures.
  public static TestStudy rich() {
    return new TestStudy(new SamplingPlan.Paired(40, 8, 4, 0.95));
  }

  public StudyPath path(String name) {
    return Objects.requireNonNull(paths.get(name));
  }

  public StudyPlan plan() {
    return plan;
  }

  /// Trains at most some of the designs that the open stage wants next, and tells it.
  public void train(String path, int most) {
    trainQuietly(path, most);
    tell();
  }

  private void trainQuietly(String path, int most) {
    StageProgress progress = study.open(path(path)).orElseThrow();
    List<String> wanted = progress.wanted().stream().map(TrialSpec::id).toList();
    List<String> names = progress.table().names();
    progress.entries().stream()
        .filter(entry -> entry.trials().stream().anyMatch(t -> wanted.contains(t.id())))
        .sorted(Comparator.comparingInt(entry -> entry.slot().draw()))
        .limit(most)
        .forEach(entry -> end(entry, names));
  }

  /// Trains until the open stage needs no more designs.
  public void trainStage(String path) {
    finishStage(path);
    tell();
  }

  private void finishStage(String path) {
    while (!study.open(path(path)).orElseThrow().wanted().isEmpty()) {
      trainQuietly(path, 1000);
    }
  }

  /// Trains and keeps until every stage is decided.
  public void decideAll(String path) {
    while (study.open(path(path)).isPresent()) {
      finishStage(path);
      paths.put(path, study.keep(path(path)));
    }
    tell();
  }

  /// Trains and keeps until a stage is the open one.
  public void decideTo(String path, StageKind kind) {
    while (!study.open(path(path)).orElseThrow().stage().kind().equals(kind)) {
      finishStage(path);
      paths.put(path, study.keep(path(path)));
    }
    tell();
  }

  private void end(Entry entry, List<String> names) {
    int place = names.indexOf(entry.slot().candidate());
    int best = Math.max(names.indexOf("spindle"), names.indexOf("G1,G2,G3,G4"));
    double base = 0.84 - 0.006 * place + (place == best ? 0.055 : 0);
    for (TrialSpec trial : entry.trials()) {
      end(trial, base);
    }
  }

  private void end(TrialSpec trial, double base) {
    double spread = 0;
    for (int i = 0; i < 6; i++) {
      spread += Integer.parseInt(trial.id().substring(4 * i, 4 * i + 4), 16) / 65535.0 - 0.5;
    }
    ends.put(trial.id(), scored(Math.clamp(base + 0.024 * spread, 0, 1)));
    trials.put(trial.id(), trial);
  }

  /// Trains some more of what the confirmation of a path wants.
  public void trainConfirmation(String path, int most) {
    Confirmation confirmation =
        Confirmation.of(study, path(path), Objects.requireNonNull(confirmations.get(path)))
            .orElseThrow();
    Map<String, Double> bases = new HashMap<>();
    confirmation
        .runs()
        .forEach(run ->
            run.trials()
                .forEach(trial ->
                    bases.put(trial.id(), run.contender().equals("pattern") ? 0.88 : 0.84)));
    confirmation.wanted().stream()
        .limit(most)
        .forEach(trial -> end(trial, bases.getOrDefault(trial.id(), 0.8)));
    tell();
  }

  static TrialOutcome scored(double score) {
    return new TrialOutcome.Scored(
        Metric.ACCURACY, score, 0.25, 155_204, 770, 189, Duration.ofMillis(750));
  }

  private void tell() {
    StudySnapshot now = snapshot();
    hearers.forEach(hearer -> hearer.accept(now));
  }

  public StudySnapshot snapshot() {
    String current = List.copyOf(paths.keySet()).getLast();
    int wanted = study.open(path(current)).map(p -> p.wanted().size()).orElse(0);
    return new StudySnapshot(
        Path.of("reviews.study"),
        plan,
        RunLimits.on(List.of(new Place(new Device.Cpu(), 2))),
        new StudyState(
            phase,
            Optional.of(current),
            phase == StudyState.Phase.PAUSED ? "paused" : "training path " + current),
        runs,
        List.copyOf(paths.values()),
        current,
        study,
        trials.keySet().stream().map(this::attempt).toList(),
        trials,
        confirmations,
        new Forecast(ends.size(), wanted, 10 * wanted, Optional.of(Duration.ofSeconds(2)), 2),
        Optional.empty());
  }

  private Attempt attempt(String key) {
    Provenance origin = new Provenance(Map.of(), "cpu", "", "");
    return new Attempt(
        new AttemptId(key, 1),
        plan.subject().settings(),
        Instant.EPOCH,
        Optional.of(new Attempt.End(Objects.requireNonNull(ends.get(key)), origin, Instant.EPOCH)),
        Attempt.Weight.COUNTS);
  }

  @Override
  public Runnable listen(Consumer<StudySnapshot> hearer) {
    hearers.add(hearer);
    hearer.accept(snapshot());
    return () -> hearers.remove(hearer);
  }

  @Override
  public CommandAnswer send(StudyCommand command) {
    orders.add(command);
    try {
      String done = carryOut(command);
      tell();
      return new CommandAnswer.Done(done);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return new CommandAnswer.Refused(String.valueOf(e.getMessage()));
    }
  }

  private String carryOut(StudyCommand command) {
    switch (command) {
      case StudyCommand.Start _, StudyCommand.Resume _ -> run(StudyState.Phase.RUNNING);
      case StudyCommand.Pause _ -> run(StudyState.Phase.PAUSED);
      case StudyCommand.Keep(String path, var _) -> paths.put(path, study.keep(path(path)));
      case StudyCommand.Override(String path, var _, String candidate, String reason) ->
          paths.put(path, study.override(path(path), candidate, reason));
      case StudyCommand.Edit(String path, var stage) ->
          paths.put(path, path(path).with(stage, plan));
      case StudyCommand.Fork(String path, var from, String name) ->
          paths.put(name, path(path).fork(name, from));
      case StudyCommand.Confirm(String path, var how) -> confirmations.put(path, how);
      case StudyCommand.Compare(Protocol protocol) -> {
        plan = plan.with(protocol);
        study = new Study(plan, log);
      }
      case StudyCommand.Stop _,
          StudyCommand.Cancel _,
          StudyCommand.Retry _,
          StudyCommand.Limit _,
          StudyCommand.Export _ -> {}
    }
    return command.getClass().getSimpleName() + " is done";
  }

  private void run(StudyState.Phase now) {
    phase = now;
    runs = true;
  }

  @Override
  public List<MetricPoint> curve(AttemptId attempt, String metric) {
    return List.of();
  }
}
