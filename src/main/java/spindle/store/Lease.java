package spindle.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import spindle.study.Ownership;
import spindle.study.StoreException;
import spindle.study.StoreException.Kind;

/// The right of one process to write a study: a row in its file.
///
/// @param token names the right, as one process may have had it several times
/// @param host machine of the process
/// @param process its id there
/// @param started when the process was started
record Lease(String token, String host, long process, Instant started) {

  /// How far two looks at one process may differ on when it was started.
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  /// Returns a right of this process, not yet taken.
  static Lease ofThisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return new Lease(
        UUID.randomUUID().toString(),
        thisHost(),
        self.pid(),
        self.info().startInstant().orElse(Instant.EPOCH));
  }

  /// Returns who has the right to a study.
  static Optional<Ownership> holder(Database database, InstantSource clock) {
    return database.first(
        "SELECT host, process, started, heard FROM owner",
        row -> {
          String host = row.getString(1);
          long process = row.getLong(2);
          Instant started = Column.time(row.getLong(3));
          Instant heard = Column.time(row.getLong(4));
          Ownership.Life life =
              host.equals(thisHost())
                  ? life(process, started)
                  : lifeElsewhere(heard, clock.instant());
          return new Ownership(host, process, started, heard, life);
        });
  }

  /// Takes the right to a study.
  ///
  /// @throws StoreException if another process has it and lives
  void take(Database database, InstantSource clock) {
    database.together(() -> {
      Optional<Ownership> other = holder(database, clock);
      if (other.isPresent() && other.get().life() == Ownership.Life.ALIVE) {
        throw owned(database, other.get());
      }
      database.change("DELETE FROM owner");
      return database.change(
          "INSERT INTO owner VALUES (1, ?, ?, ?, ?, ?)",
          token,
          host,
          process,
          Column.of(started),
          Column.of(clock.instant()));
    });
  }

  /// Checks that the right is still held. To be asked within the transaction that writes.
  ///
  /// @throws StoreException if another process has taken it
  void require(Database database) {
    if (database.number("SELECT count(*) FROM owner WHERE token = ?", token) == 0) {
      throw Faults.sentence(
          Kind.OWNED,
          database.file(),
          "was taken over by another process, as this one was silent for too long;"
              + " what it had recorded is kept, go on there");
    }
  }

  /// Shows that the process lives.
  void renew(Database database, InstantSource clock) {
    database.change(
        "UPDATE owner SET heard = ? WHERE token = ?", Column.of(clock.instant()), token);
  }

  /// Gives the right back, if it is still held.
  void release(Database database) {
    database.change("DELETE FROM owner WHERE token = ?", token);
  }

  private static StoreException owned(Database database, Ownership other) {
    return Faults.sentence(
        Kind.OWNED,
        database.file(),
        "is being run by process %d on %s, last heard of at %s; watch it or send it commands, or stop it first"
            .formatted(other.process(), other.host(), other.heard()));
  }

  private static Ownership.Life life(long process, Instant started) {
    boolean there =
        ProcessHandle.of(process)
            .filter(ProcessHandle::isAlive)
            .flatMap(handle -> handle.info().startInstant())
            .filter(start -> apart(start, started).compareTo(TOLERANCE) <= 0)
            .isPresent();
    return there ? Ownership.Life.ALIVE : Ownership.Life.GONE;
  }

  private static Ownership.Life lifeElsewhere(Instant heard, Instant now) {
    return apart(heard, now).compareTo(Ownership.PATIENCE) <= 0
        ? Ownership.Life.ALIVE
        : Ownership.Life.GONE;
  }

  private static Duration apart(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
