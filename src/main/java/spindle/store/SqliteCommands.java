package spindle.store;

import java.time.InstantSource;
import java.util.Optional;
import spindle.json.Json;
import spindle.study.CommandAnswer;
import spindle.study.StudyCommand;
import spindle.study.StudyCommands;

/// Commands as rows of the study file.
final class SqliteCommands implements StudyCommands {

  private final Database database;
  private final InstantSource clock;

  SqliteCommands(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public long post(StudyCommand command) {
    return database.together(() -> {
      database.change(
          "INSERT INTO command (posted, body) VALUES (?, ?)",
          Column.of(clock.instant()),
          Json.line(command));
      return database.number("SELECT last_insert_rowid()");
    });
  }

  @Override
  public Optional<CommandAnswer> answer(long command) {
    Optional<Optional<String>> row =
        database.first(
            "SELECT answer FROM command WHERE number = ?",
            found -> Optional.ofNullable(found.getString(1)),
            command);
    return row.orElseThrow(() -> new IllegalArgumentException("there is no command " + command))
        .map(text -> Column.value(database.file(), "command", text, CommandAnswer.class));
  }

  @Override
  public void close() {
    database.close();
  }
}
