package spindle.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spindle.study.Attempt;
import spindle.study.AttemptId;
import spindle.study.CommandAnswer;
import spindle.study.ConfirmationPlan;
import spindle.study.MetricPoint;
import spindle.study.Ownership;
import spindle.study.PostedCommand;
import spindle.study.Provenance;
import spindle.study.RunLimits;
import spindle.study.StudyCommand;
import spindle.study.StudyEvent;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.StudyRecords;
import spindle.study.StudyState;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// The records of a study in its file. Every answer is read in a transaction of its own, so that a
/// reader holds nobody up.
sealed class SqliteRecords implements StudyRecords permits SqliteOwner {

  private static final String ATTEMPTS =
      """
      SELECT a.trial, a.number, a.settings, a.begun, o.outcome, p.body, o.ended,
        coalesce((SELECT max(s.number) FROM set_aside AS s WHERE s.trial = a.trial), 0)
      FROM attempt AS a
      LEFT JOIN outcome AS o ON o.attempt = a.id
      LEFT JOIN provenance AS p ON p.id = o.provenance
      """;
  private static final String COMMANDS = "SELECT number, posted, body, answer FROM command WHERE ";

  final Database database;
  final InstantSource clock;
  final OutcomeLog outcomes;
  private final Schema schema;

  SqliteRecords(Database database, Schema schema, InstantSource clock) {
    this.database = database;
    this.schema = schema;
    this.clock = clock;
    this.outcomes = new OutcomeLog(database);
  }

  @Override
  public StudyPlan plan() {
    return study("plan", StudyPlan.class);
  }

  @Override
  public RunLimits limits() {
    return study("limits", RunLimits.class);
  }

  @Override
  public StudyState state() {
    return study("state", StudyState.class);
  }

  @Override
  public Optional<Ownership> owner() {
    return Lease.holder(database, clock);
  }

  @Override
  public List<StudyPath> paths() {
    return database.list(
        "SELECT body FROM path ORDER BY number",
        row -> value("path", row.getString(1), StudyPath.class));
  }

  @Override
  public Optional<ConfirmationPlan> confirmation(String path) {
    return database.first(
        "SELECT confirmation FROM path WHERE name = ? AND confirmation IS NOT NULL",
        row -> value("path", row.getString(1), ConfirmationPlan.class),
        path);
  }

  @Override
  public Optional<TrialSpec> trial(String key) {
    return database.first(
        "SELECT spec FROM trial WHERE key = ?",
        row -> value("trial", row.getString(1), TrialSpec.class),
        key);
  }

  @Override
  public List<TrialOutcome> attempts(String key) {
    return outcomes.attempts(key);
  }

  @Override
  public List<Attempt> attempts() {
    return database.list(ATTEMPTS + "ORDER BY a.id", this::attempt);
  }

  @Override
  public List<Attempt> history(String key) {
    return database.list(ATTEMPTS + "WHERE a.trial = ? ORDER BY a.number", this::attempt, key);
  }

  @Override
  public List<String> metrics(AttemptId attempt) {
    return database.list(
        """
        SELECT DISTINCT m.name FROM metric AS m JOIN attempt AS a ON a.id = m.attempt
        WHERE a.trial = ? AND a.number = ? ORDER BY m.name
        """,
        row -> row.getString(1),
        attempt.trial(),
        attempt.number());
  }

  @Override
  public List<MetricPoint> curve(AttemptId attempt, String metric) {
    return database.list(
        """
        SELECT m.step, m.value FROM metric AS m JOIN attempt AS a ON a.id = m.attempt
        WHERE a.trial = ? AND a.number = ? AND m.name = ? ORDER BY m.step
        """,
        row -> {
          double value = row.getDouble(2);
          boolean missing = row.wasNull();
          return new MetricPoint(row.getInt(1), missing ? Double.NaN : value);
        },
        attempt.trial(),
        attempt.number(),
        metric);
  }

  @Override
  public List<StudyEvent> events(long after) {
    return database.list(
        "SELECT number, at, level, text FROM event WHERE number > ? ORDER BY number",
        row ->
            new StudyEvent(
                row.getLong(1),
                Column.time(row.getLong(2)),
                StudyEvent.Level.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4)),
        after);
  }

  @Override
  public List<PostedCommand> commands(long after) {
    return database.list(COMMANDS + "number > ? ORDER BY number", this::command, after);
  }

  @Override
  public long version() {
    return database.version();
  }

  @Override
  public Optional<String> notice() {
    int version = Schema.of(database);
    if (version > schema.version()) {
      return Optional.of(
          database.file()
              + " "
              + schema.newer(version)
              + "; it can only be read, and some of it may not be shown; update Spindle");
    }
    return Faults.damageOf(database);
  }

  @Override
  public void close() {
    database.close();
  }

  /// Returns the first command without an answer.
  final Optional<PostedCommand> unanswered() {
    return database.first(COMMANDS + "answer IS NULL ORDER BY number LIMIT 1", this::command);
  }

  final <T> T value(String table, String text, Class<T> type) {
    return Column.value(database.file(), table, text, type);
  }

  private <T> T study(String column, Class<T> type) {
    return database
        .first("SELECT " + column + " FROM study", row -> value("study", row.getString(1), type))
        .orElseThrow(() -> Faults.damaged(database.file(), "table study is empty"));
  }

  private Attempt attempt(ResultSet row) throws SQLException {
    int number = row.getInt(2);
    String outcome = row.getString(5);
    Optional<Attempt.End> end =
        outcome == null
            ? Optional.empty()
            : Optional.of(
                new Attempt.End(
                    value("outcome", outcome, TrialOutcome.class),
                    value("provenance", row.getString(6), Provenance.class),
                    Column.time(row.getLong(7))));
    return new Attempt(
        new AttemptId(row.getString(1), number),
        value("attempt", row.getString(3), TrainingSettings.class),
        Column.time(row.getLong(4)),
        end,
        number <= row.getInt(8) ? Attempt.Weight.SET_ASIDE : Attempt.Weight.COUNTS);
  }

  private PostedCommand command(ResultSet row) throws SQLException {
    return new PostedCommand(
        row.getLong(1),
        Column.time(row.getLong(2)),
        value("command", row.getString(3), StudyCommand.class),
        Optional.ofNullable(row.getString(4))
            .map(answer -> value("command", answer, CommandAnswer.class)));
  }
}
