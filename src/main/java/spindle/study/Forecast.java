package spindle.study;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How much a path still has to train, and how long that takes at the speed so far.
///
/// @param ended trials of the study that have ended
/// @param toVerdict trials until the open stage is judged next
/// @param atMost trials until all stages are decided if no candidate ever drops out
/// @param each mean time of one trial; empty if none was timed
/// @param slots trials at once
public record Forecast(int ended, int toVerdict, int atMost, Optional<Duration> each, int slots) {

  private static final int RECENT = 50;

  /// Returns the forecast for a path.
  public static Forecast of(StudyRecords records, StudyPath path) {
    Study study = new Study(records.plan(), new Ledger(records));
    return of(study, records.attempts(), records.limits(), path);
  }

  /// Returns the forecast for a path of a study whose attempts are known.
  public static Forecast of(Study study, List<Attempt> attempts, RunLimits limits, StudyPath path) {
    StudyPlan plan = study.plan();
    Optional<StageProgress> open = study.open(path);
    int wanted = open.map(progress -> progress.wanted().size()).orElse(0);
    int slots = limits.places().stream().mapToInt(Place::slots).sum();
    int ended = (int) attempts.stream().filter(a -> a.end().isPresent()).count();
    int atMost = open.map(progress -> atMost(plan, path, progress)).orElse(0);
    return new Forecast(ended, wanted, Math.max(wanted, atMost), each(attempts), slots);
  }

  /// Returns the time that some trials take; empty if none was timed yet.
  public Optional<Duration> time(int trials) {
    return each.map(one -> one.multipliedBy(Math.ceilDiv(trials, slots)));
  }

  /// Returns such as `8 trials to the next verdict (about 40 s), at most 210 in all (about 18
  /// min)`.
  public String sentence() {
    if (atMost == 0) {
      return "no trial is left before the confirmation";
    }
    return "%d trials to the next verdict%s, at most %d in all%s"
        .formatted(toVerdict, about(toVerdict), atMost, about(atMost));
  }

  /// Returns a time in words, such as `40 s` or `18 min`.
  public static String words(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200
        ? Math.round(seconds / 60.0) + " min"
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
  }

  private String about(int trials) {
    return time(trials).map(time -> " (about " + words(time) + ")").orElse("");
  }

  private static Optional<Duration> each(List<Attempt> attempts) {
    List<Duration> times =
        attempts.reversed().stream()
            .flatMap(attempt -> attempt.end().stream())
            .map(Attempt.End::outcome)
            .filter(TrialOutcome.Scored.class::isInstance)
            .map(outcome -> ((TrialOutcome.Scored) outcome).wallTime())
            .limit(RECENT)
            .toList();
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(times.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(times.size()));
  }

  /// Every candidate that still races goes to the limit, in this stage and in those to come.
  private static int atMost(StudyPlan plan, StudyPath path, StageProgress progress) {
    int limit = plan.protocol().sampling().limit();
    int tasks = plan.subject().tasks().size();
    int measured =
        progress.table().candidates().stream()
            .filter(c -> progress.race().racing().contains(c.candidate()))
            .mapToInt(c -> c.scores().size() + c.unscored().size())
            .sum();
    int designs = limit * progress.race().racing().size() - measured;
    for (StageKind kind : plan.order()) {
      boolean later = path.decision(kind).isEmpty() && !kind.equals(progress.stage().kind());
      designs += later ? limit * candidates(plan, path, kind) : 0;
    }
    return designs * tasks;
  }

  /// Returns the number of candidates that a dimension of a path has.
  static int candidates(StudyPlan plan, StudyPath path, StageKind kind) {
    return path.edited().stream()
        .filter(stage -> stage.kind().equals(kind))
        .findFirst()
        .orElseGet(() -> Presets.stage(kind, plan.stacking(), plan.protocol().presets()))
        .candidates()
        .size();
  }
}
