package spindle.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spindle.study.TrialLog;
import spindle.study.TrialOutcome;

/// The ends of all attempts that count, remembered: a study asks for thousands of them at each
/// step.
///
/// The tables behind it only grow, so that after a change only the new rows are read.
final class OutcomeLog implements TrialLog {

  private static final String NEW_OUTCOMES =
      """
      SELECT o.sequence, a.trial, a.number, o.outcome
      FROM outcome AS o JOIN attempt AS a ON a.id = o.attempt
      WHERE o.sequence > ? ORDER BY o.sequence
      """;
  private static final String NEWLY_SET_ASIDE =
      "SELECT sequence, trial, number FROM set_aside WHERE sequence > ? ORDER BY sequence";

  private final Database database;
  private final Map<String, TreeMap<Integer, TrialOutcome>> ended = new HashMap<>();
  private final Map<String, Integer> setAside = new HashMap<>();
  private long outcomes;
  private long retries;
  private long version = -1;

  private record Ended(long sequence, String trial, int number, TrialOutcome outcome) {}

  private record SetAside(long sequence, String trial, int number) {}

  OutcomeLog(Database database) {
    this.database = database;
  }

  @Override
  public List<TrialOutcome> attempts(String key) {
    // the database's own lock, for a transaction that asks holds it already
    synchronized (database) {
      refresh();
      TreeMap<Integer, TrialOutcome> all = ended.get(key);
      Integer after = setAside.get(key);
      if (all == null) {
        return List.of();
      }
      return List.copyOf(after == null ? all.values() : all.tailMap(after, false).values());
    }
  }

  /// Forgets what was remembered, as after writes that were undone.
  void forget() {
    synchronized (database) {
      ended.clear();
      setAside.clear();
      outcomes = 0;
      retries = 0;
      version = -1;
    }
  }

  private void refresh() {
    long now = database.version();
    if (now == version) {
      return;
    }
    for (Ended row : database.list(NEW_OUTCOMES, this::ended, outcomes)) {
      ended.computeIfAbsent(row.trial(), _ -> new TreeMap<>()).put(row.number(), row.outcome());
      outcomes = row.sequence();
    }
    List<SetAside> newly =
        database.list(
            NEWLY_SET_ASIDE,
            row -> new SetAside(row.getLong(1), row.getString(2), row.getInt(3)),
            retries);
    for (SetAside row : newly) {
      setAside.merge(row.trial(), row.number(), Math::max);
      retries = row.sequence();
    }
    version = now;
  }

  private Ended ended(ResultSet row) throws SQLException {
    TrialOutcome outcome =
        Column.value(database.file(), "outcome", row.getString(4), TrialOutcome.class);
    return new Ended(row.getLong(1), row.getString(2), row.getInt(3), outcome);
  }
}
