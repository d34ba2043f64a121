package spindle.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The ends of all attempts that count, in memory, so that a study's questions need no file.
///
/// Safe for use by several threads.
public final class Ledger implements TrialLog {

  private final Map<String, List<TrialOutcome>> ends = new ConcurrentHashMap<>();

  /// Makes the ledger of what is recorded now.
  public Ledger(StudyRecords records) {
    this(records.attempts());
  }

  /// Makes the ledger of some attempts.
  public Ledger(List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      if (attempt.weight() == Attempt.Weight.COUNTS) {
        attempt.end().ifPresent(end -> add(attempt.id().trial(), end.outcome()));
      }
    }
  }

  @Override
  public List<TrialOutcome> attempts(String key) {
    return ends.getOrDefault(key, List.of());
  }

  /// Adds an end that was recorded.
  void add(String key, TrialOutcome outcome) {
    ends.merge(
        key,
        List.of(outcome),
        (old, more) -> {
          List<TrialOutcome> all = new ArrayList<>(old);
          all.addAll(more);
          return List.copyOf(all);
        });
  }
}
