package spindle.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import spindle.json.Json;
import spindle.study.AttemptId;
import spindle.study.AttemptMetric;
import spindle.study.CommandAnswer;
import spindle.study.ConfirmationPlan;
import spindle.study.Decision;
import spindle.study.PostedCommand;
import spindle.study.Protocol;
import spindle.study.Provenance;
import spindle.study.RunLimits;
import spindle.study.StudyEvent;
import spindle.study.StudyOwner;
import spindle.study.StudyPath;
import spindle.study.StudyState;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// The one process that writes a study. Every write checks that it still is.
final class SqliteOwner extends SqliteRecords implements StudyOwner {

  /// Time between two signs of life.
  static final Duration PULSE = Duration.ofSeconds(10);

  private final Lease lease;
  private final Pulse pulse;

  /// @param lease taken already
  SqliteOwner(Database database, Schema schema, InstantSource clock, Lease lease) {
    super(database, schema, clock);
    this.lease = lease;
    this.pulse = Pulse.start(PULSE, () -> lease.renew(database, clock));
  }

  @Override
  public void together(Runnable writes) {
    write(() -> {
      writes.run();
      return true;
    });
  }

  @Override
  public AttemptId begin(TrialSpec trial) {
    return write(() -> {
      database.change(
          "INSERT INTO trial VALUES (?, ?) ON CONFLICT DO NOTHING", trial.id(), Json.line(trial));
      int number =
          1
              + (int)
                  database.number(
                      "SELECT coalesce(max(number), 0) FROM attempt WHERE trial = ?", trial.id());
      database.change(
          "INSERT INTO attempt (trial, number, settings, begun) VALUES (?, ?, ?, ?)",
          trial.id(),
          number,
          Json.line(trial.settings()),
          now());
      return new AttemptId(trial.id(), number);
    });
  }

  @Override
  public void finish(AttemptId attempt, TrialOutcome outcome, Provenance provenance) {
    together(() -> {
      String origin = Json.line(provenance);
      database.change("INSERT INTO provenance (body) VALUES (?) ON CONFLICT DO NOTHING", origin);
      database.change(
          """
          INSERT INTO outcome (attempt, ended, outcome, provenance)
          SELECT ?, ?, ?, id FROM provenance WHERE body = ? ON CONFLICT (attempt) DO NOTHING
          """,
          row(attempt),
          now(),
          Json.line(outcome),
          origin);
    });
  }

  @Override
  public void setAside(String key) {
    together(() ->
        database.change(
            """
            INSERT INTO set_aside (trial, number, at)
            SELECT a.trial, max(a.number), ? FROM attempt AS a
            JOIN outcome AS o ON o.attempt = a.id WHERE a.trial = ? GROUP BY a.trial
            """,
            now(),
            key));
  }

  @Override
  public void record(List<AttemptMetric> points) {
    together(() -> {
      Map<AttemptId, Long> rows = new HashMap<>();
      database.changeAll(
          "INSERT INTO metric VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
          points.stream()
              .map(point -> {
                double value = point.point().value();
                return new @Nullable Object[] {
                  rows.computeIfAbsent(point.attempt(), this::row),
                  point.metric(),
                  point.point().step(),
                  Double.isNaN(value) ? null : value
                };
              })
              .toList());
    });
  }

  @Override
  public void save(StudyPath path) {
    together(() -> {
      paths().stream()
          .filter(other -> other.name().equals(path.name()))
          .findFirst()
          .ifPresent(old -> requireKept(old, path));
      database.change(
          """
          INSERT INTO path (name, body) VALUES (?, ?)
          ON CONFLICT (name) DO UPDATE SET body = excluded.body
          """,
          path.name(),
          Json.line(path));
    });
  }

  @Override
  public void confirm(String path, ConfirmationPlan plan) {
    together(() -> {
      StudyPath known = path(path);
      database.change(
          "UPDATE path SET confirmation = ? WHERE name = ?", Json.line(plan), known.name());
    });
  }

  @Override
  public void change(Protocol protocol) {
    together(() -> set("plan", plan().with(protocol)));
  }

  @Override
  public void change(RunLimits limits) {
    together(() -> set("limits", limits));
  }

  @Override
  public void tell(StudyState state) {
    together(() -> set("state", state));
  }

  @Override
  public void log(StudyEvent.Level level, String text) {
    together(() ->
        database.change(
            "INSERT INTO event (at, level, text) VALUES (?, ?, ?)",
            now(),
            level.name().toLowerCase(Locale.ROOT),
            text));
  }

  @Override
  public Optional<PostedCommand> next() {
    return unanswered();
  }

  @Override
  public void answer(long command, CommandAnswer answer) {
    together(() -> {
      int found =
          database.change(
              "UPDATE command SET answer = ? WHERE number = ? AND answer IS NULL",
              Json.line(answer),
              command);
      if (found == 0) {
        throw new IllegalArgumentException("there is no open command " + command);
      }
    });
  }

  @Override
  public void close() {
    pulse.close();
    try {
      database.together(() -> {
        lease.release(database);
        return true;
      });
    } finally {
      super.close();
    }
  }

  private <T> T write(Supplier<T> writes) {
    boolean written = false;
    try {
      T result =
          database.together(() -> {
            lease.require(database);
            return writes.get();
          });
      written = true;
      return result;
    } finally {
      if (!written) {
        outcomes.forget();
      }
    }
  }

  private void set(String column, Object value) {
    database.change("UPDATE study SET " + column + " = ?", Json.line(value));
  }

  private long row(AttemptId attempt) {
    return database
        .first(
            "SELECT id FROM attempt WHERE trial = ? AND number = ?",
            row -> row.getLong(1),
            attempt.trial(),
            attempt.number())
        .orElseThrow(() -> new IllegalArgumentException("never began: " + attempt));
  }

  private long now() {
    return Column.of(clock.instant());
  }

  private static void requireKept(StudyPath old, StudyPath changed) {
    List<Decision> before = old.decisions();
    List<Decision> after = changed.decisions();
    if (after.size() < before.size() || !after.subList(0, before.size()).equals(before)) {
      throw new IllegalArgumentException(
          "decisions of path " + old.name() + " are kept; fork it to decide otherwise");
    }
  }
}
