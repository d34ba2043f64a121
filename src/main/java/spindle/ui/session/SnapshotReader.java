package spindle.ui.session;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spindle.study.Attempt;
import spindle.study.ConfirmationPlan;
import spindle.study.Forecast;
import spindle.study.Ledger;
import spindle.study.Study;
import spindle.study.StudyDesk;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.StudyRecords;
import spindle.study.TrialSpec;

/// Reads snapshots of a study one after the other. What cannot change between two of them, the
/// trials and the designs of a plan, is read once. Used by one thread.
final class SnapshotReader {

  private final Path file;
  private final StudyRecords records;
  private final Map<String, TrialSpec> trials = new HashMap<>();
  private @Nullable Study known;

  SnapshotReader(Path file, StudyRecords records) {
    this.file = file;
    this.records = records;
  }

  /// Returns what is recorded now.
  StudySnapshot read() {
    StudyPlan plan = records.plan();
    List<Attempt> attempts = records.attempts();
    attempts.forEach(this::remember);
    Study study = study(plan, attempts);
    StudyPath current = StudyDesk.current(records);
    return new StudySnapshot(
        file,
        plan,
        records.limits(),
        records.state(),
        StudyDesk.runs(records),
        records.paths(),
        current.name(),
        study,
        attempts,
        trials,
        confirmations(),
        Forecast.of(study, attempts, records.limits(), current),
        records.notice());
  }

  private Study study(StudyPlan plan, List<Attempt> attempts) {
    Ledger ledger = new Ledger(attempts);
    Study last = known;
    Study next =
        last != null && last.plan().equals(plan) ? last.over(ledger) : new Study(plan, ledger);
    known = next;
    return next;
  }

  private void remember(Attempt attempt) {
    String key = attempt.id().trial();
    if (!trials.containsKey(key)) {
      records.trial(key).ifPresent(trial -> trials.put(key, trial));
    }
  }

  private Map<String, ConfirmationPlan> confirmations() {
    Map<String, ConfirmationPlan> asked = new HashMap<>();
    for (StudyPath path : records.paths()) {
      Optional<ConfirmationPlan> plan = records.confirmation(path.name());
      plan.ifPresent(found -> asked.put(path.name(), found));
    }
    return asked;
  }
}
