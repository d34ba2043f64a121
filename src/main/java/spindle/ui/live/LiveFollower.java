package spindle.ui.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import spindle.study.Attempt;
import spindle.study.AttemptId;
import spindle.study.Confirmation;
import spindle.study.MetricPoint;
import spindle.study.Place;
import spindle.study.StudyPath;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.ui.session.EngineLife;
import spindle.ui.session.OutcomeWords;
import spindle.ui.session.Standing;
import spindle.ui.session.StudySnapshot;
import spindle.ui.session.TrialPlaces;

/// Tells what has changed between two moments of a study as events: which trainings began, went on,
/// ended or wait. Used by one thread.
final class LiveFollower {

  /// Most trainings that are listed as waiting; more are only counted.
  private static final int WAITING_SHOWN = 8;

  /// Most failed trainings of before that are listed when a study is opened.
  private static final int FAILED_SHOWN = 20;

  private final BiFunction<AttemptId, String, List<MetricPoint>> curves;
  private final Consumer<LiveEvent> hearer;
  private final TrialPlaces places = new TrialPlaces();
  private final Map<String, Follow> running = new HashMap<>();
  private final Set<AttemptId> told = new LinkedHashSet<>();
  private Set<String> waiting = Set.of();
  private boolean first = true;

  LiveFollower(
      BiFunction<AttemptId, String, List<MetricPoint>> curves, Consumer<LiveEvent> hearer) {
    this.curves = curves;
    this.hearer = hearer;
  }

  /// Takes note of how the study stands now.
  void take(Standing standing) {
    StudySnapshot study = standing.study();
    places.take(study);
    Steps steps = Steps.of(study);
    Map<String, Attempt> latest = latest(study);
    Set<AttemptId> old = first ? old(latest) : Set.of();
    first = false;
    for (Attempt attempt : latest.values()) {
      if (standing.isTraining(attempt)) {
        follow(study, attempt, steps);
      } else if (attempt.end().isPresent() && !told.contains(attempt.id())) {
        end(study, attempt, steps, old);
      }
    }
    withdraw(standing, latest);
    List<TrialSpec> next = wanted(standing);
    showWaiting(standing.engine() == EngineLife.RUNS ? next : List.of());
    hearer.accept(Doings.of(standing, next.size()));
  }

  private static Map<String, Attempt> latest(StudySnapshot study) {
    Map<String, Attempt> latest = new LinkedHashMap<>();
    for (Attempt attempt : study.attempts()) {
      if (attempt.weight() == Attempt.Weight.COUNTS) {
        latest.remove(attempt.id().trial()); // those begun last come last
        latest.put(attempt.id().trial(), attempt);
      }
    }
    return latest;
  }

  /// Of what ended before the study was opened only the last is shown.
  private static Set<AttemptId> old(Map<String, Attempt> latest) {
    List<AttemptId> scored = ended(latest, true);
    List<AttemptId> failed = ended(latest, false);
    Set<AttemptId> hidden = new LinkedHashSet<>();
    hidden.addAll(scored.subList(0, Math.max(0, scored.size() - LiveViewModel.FINISHED_KEPT)));
    hidden.addAll(failed.subList(0, Math.max(0, failed.size() - FAILED_SHOWN)));
    return hidden;
  }

  private static List<AttemptId> ended(Map<String, Attempt> latest, boolean scored) {
    return latest.values().stream()
        .filter(attempt ->
            attempt
                .end()
                .filter(end -> end.outcome() instanceof TrialOutcome.Scored == scored)
                .isPresent())
        .map(Attempt::id)
        .toList();
  }

  private void follow(StudySnapshot study, Attempt attempt, Steps steps) {
    Follow follow = running.get(attempt.id().trial());
    if (follow == null || !follow.attempt().id().equals(attempt.id())) {
      follow = begin(study, attempt, steps);
    }
    follow.grow(curves, hearer, Instant.now());
  }

  private Follow begin(StudySnapshot study, Attempt attempt, Steps steps) {
    String key = attempt.id().trial();
    TrialSpec trial = study.trials().get(key);
    Follow follow = new Follow(attempt, trial == null ? 1 : steps.perEpoch(trial));
    running.put(key, follow);
    hearer.accept(new LiveEvent.Queued(key, places.label(key)));
    hearer.accept(
        new LiveEvent.Started(
            key,
            trial == null ? 1 : steps.of(trial),
            follow.stepsPerEpoch(),
            device(study, attempt),
            attempt.begun()));
    return follow;
  }

  private static String device(StudySnapshot study, Attempt attempt) {
    return attempt
        .end()
        .map(end -> end.provenance().device())
        .orElseGet(() ->
            study.limits().places().stream()
                .map(Place::device)
                .map(device -> device.label())
                .collect(Collectors.joining(", ")));
  }

  private void end(StudySnapshot study, Attempt attempt, Steps steps, Set<AttemptId> old) {
    told.add(attempt.id());
    if (old.contains(attempt.id()) || attempt.end().isEmpty()) {
      return;
    }
    String key = attempt.id().trial();
    Follow follow = running.remove(key);
    if (follow == null || !follow.attempt().id().equals(attempt.id())) {
      follow = begin(study, attempt, steps);
      running.remove(key);
    }
    Attempt.End end = attempt.end().get();
    follow.grow(curves, hearer, end.at());
    hearer.accept(
        new LiveEvent.Ended(key, kind(end.outcome()), OutcomeWords.sentence(end.outcome())));
  }

  private static LiveEvent.End kind(TrialOutcome outcome) {
    return switch (outcome) {
      case TrialOutcome.Scored _ -> LiveEvent.End.SCORED;
      case TrialOutcome.Diverged _, TrialOutcome.Failed _ -> LiveEvent.End.FAILED;
      case TrialOutcome.OutOfMemory _, TrialOutcome.Lost _ -> LiveEvent.End.LOST;
      case TrialOutcome.Cancelled _ -> LiveEvent.End.STOPPED;
    };
  }

  /// What ran and has no end was stopped with its study, killed, or is to be tried anew.
  private void withdraw(Standing standing, Map<String, Attempt> latest) {
    for (String key : List.copyOf(running.keySet())) {
      Attempt attempt = latest.get(key);
      if (attempt == null || !standing.isTraining(attempt)) {
        running.remove(key);
        hearer.accept(new LiveEvent.Withdrawn(key));
      }
    }
  }

  private List<TrialSpec> wanted(Standing standing) {
    StudySnapshot study = standing.study();
    StudyPath path = study.path(study.current());
    List<TrialSpec> wanted = new ArrayList<>();
    study.study().open(path).ifPresent(progress -> wanted.addAll(progress.wanted()));
    if (wanted.isEmpty()) {
      Optional.ofNullable(study.confirmations().get(path.name()))
          .flatMap(plan -> Confirmation.of(study.study(), path, plan))
          .ifPresent(test -> wanted.addAll(test.wanted()));
    }
    wanted.removeIf(trial -> running.containsKey(trial.id()));
    return wanted;
  }

  private void showWaiting(List<TrialSpec> next) {
    Set<String> now =
        next.stream()
            .limit(WAITING_SHOWN)
            .map(TrialSpec::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String key : waiting) {
      if (!now.contains(key) && !running.containsKey(key) && !isTold(key)) {
        hearer.accept(new LiveEvent.Withdrawn(key));
      }
    }
    for (String key : now) {
      if (!waiting.contains(key)) {
        hearer.accept(new LiveEvent.Queued(key, places.label(key)));
      }
    }
    waiting = now;
  }

  private boolean isTold(String key) {
    return told.stream().anyMatch(attempt -> attempt.trial().equals(key));
  }
}
