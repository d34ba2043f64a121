package spindle.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import spindle.json.Json;
import spindle.study.RunLimits;
import spindle.study.StoreException;
import spindle.study.StoreException.Kind;
import spindle.study.StudyCommands;
import spindle.study.StudyFiles;
import spindle.study.StudyOwner;
import spindle.study.StudyPath;
import spindle.study.StudyPlan;
import spindle.study.StudyRecords;
import spindle.study.StudyState;

/// Studies in SQLite files.
///
/// Beside an open file there may be two more, ending in `-wal` and `-shm`; they belong to it until
/// the last process has closed it.
public final class SqliteStudyFiles implements StudyFiles {

  private final InstantSource clock;
  private final Schema schema;

  /// @param clock gives the times that are recorded
  public SqliteStudyFiles(InstantSource clock) {
    this(clock, Schema.current());
  }

  SqliteStudyFiles(InstantSource clock, Schema schema) {
    this.clock = clock;
    this.schema = schema;
  }

  @Override
  public void create(Path file, StudyPlan plan, RunLimits limits) {
    NewFile.make(
        file,
        draft -> {
          try (Database database = Database.open(draft, Database.Access.CREATE)) {
            schema.create(database);
            StudyState idle =
                new StudyState(StudyState.Phase.IDLE, Optional.empty(), "not started");
            database.together(() -> {
              database.change(
                  "INSERT INTO study VALUES (1, ?, ?, ?, ?)",
                  Column.of(clock.instant()),
                  Json.line(plan),
                  Json.line(limits),
                  Json.line(idle));
              StudyPath main = StudyPath.main();
              return database.change(
                  "INSERT INTO path (name, body) VALUES (?, ?)", main.name(), Json.line(main));
            });
          }
        });
  }

  @Override
  public StudyRecords read(Path file) {
    FileHeader.require(file);
    Database database = opened(file);
    try {
      if (Schema.of(database) < schema.version()) {
        database.close();
        own(file).close();
        database = opened(file);
      }
      return new SqliteRecords(database, schema, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public StudyCommands commands(Path file) {
    FileHeader.require(file);
    Database database = Database.open(file, Database.Access.WRITE);
    try {
      schema.requireKnown(database);
      return new SqliteCommands(database, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public StudyOwner own(Path file) {
    FileHeader.require(file);
    Database database = Database.open(file, Database.Access.WRITE);
    Lease lease = Lease.ofThisProcess();
    boolean owned = false;
    try {
      schema.requireKnown(database);
      requireSound(database);
      lease.take(database, clock);
      owned = true;
      schema.upgrade(database);
      Journal.choose(database);
      return new SqliteOwner(database, schema, clock, lease);
    } catch (RuntimeException e) {
      if (owned) {
        giveBack(lease, database, e);
      }
      database.close();
      throw e;
    }
  }

  @Override
  public void copy(Path file, Path copy) {
    FileHeader.require(file);
    NewFile.make(
        copy,
        draft -> {
          try (Database database = opened(file)) {
            copyTo(database, draft);
          }
          try (Database database = Database.open(draft, Database.Access.WRITE)) {
            database.change("DELETE FROM owner");
          }
        });
  }

  private void copyTo(Database database, Path draft) {
    if (Faults.damageOf(database).isEmpty()) {
      database.run("PRAGMA query_only=0"); // which would also forbid writing another file
      database.change("VACUUM INTO ?", draft.toString());
      return;
    }
    schema.requireKnown(database);
    try (Database copy = Database.open(draft, Database.Access.CREATE)) {
      schema.upTo(Schema.of(database)).create(copy);
      Salvage.take(database, copy);
    }
  }

  private static Database opened(Path file) {
    try {
      return Database.open(file, Database.Access.READ);
    } catch (StoreException e) {
      return openedProtected(file, e);
    }
  }

  /// Opens a file that may not be written, or whose folder may not.
  private static Database openedProtected(Path file, StoreException first) {
    try {
      return Database.open(file, Database.Access.READ_PROTECTED);
    } catch (StoreException second) {
      first.addSuppressed(second);
      if (Files.exists(Path.of(file + "-wal"))) {
        throw first;
      }
      return Database.open(file, Database.Access.READ_ALONE);
    }
  }

  private static void requireSound(Database database) {
    Faults.damageOf(database)
        .ifPresent(damage -> {
          throw new StoreException(Kind.UNUSABLE, damage);
        });
  }

  private static void giveBack(Lease lease, Database database, RuntimeException reason) {
    try {
      lease.release(database);
    } catch (StoreException e) {
      reason.addSuppressed(e);
    }
  }
}
