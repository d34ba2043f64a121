package spindle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.Ownership;
import spindle.study.StoreException;
import spindle.study.StudyEvent;
import spindle.study.StudyOwner;
import spindle.study.StudyRecords;

/// Who may write a study.
final class OwnershipTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path folder;
  private Path file;
  private SqliteStudyFiles files;

  @BeforeEach
  void create() {
    file = folder.resolve("study.db");
    files = new SqliteStudyFiles(InstantSource.fixed(NOW));
    files.create(file, Studies.plan(), Studies.LIMITS);
  }

  @Test
  void anOwnerElsewhereIsBelievedToLiveForAMinute() {
    ownedBy("elsewhere.example", ProcessHandle.current().pid(), NOW.minusSeconds(59));
    assertEquals(
        StoreException.Kind.OWNED,
        assertThrows(StoreException.class, () -> files.own(file)).kind());
    assertEquals(Ownership.Life.ALIVE, life());
  }

  @Test
  void anOwnerElsewhereThatIsSilentForLongerIsReplaced() {
    ownedBy("elsewhere.example", ProcessHandle.current().pid(), NOW.minusSeconds(61));
    assertEquals(Ownership.Life.GONE, life());
    files.own(file).close();
  }

  @Test
  void anOwnerHereWhoseProcessIsGoneIsReplacedAtOnce() throws Exception {
    Process child = new ProcessBuilder(java(), "-version").start();
    child.waitFor();
    ownedBy(host(), child.pid(), NOW);
    assertEquals(Ownership.Life.GONE, life());
    files.own(file).close();
  }

  @Test
  void aProcessThatOnlyHasTheSameNumberIsNotTheOwner() {
    ownedBy(host(), ProcessHandle.current().pid(), NOW); // started at another time
    assertEquals(Ownership.Life.GONE, life());
    files.own(file).close();
  }

  @Test
  void anOwnerThatWasReplacedCanWriteNoMore() {
    StudyOwner first = files.own(file);
    first.log(StudyEvent.Level.NOTE, "mine");
    ownedBy("elsewhere.example", 1, NOW);
    StoreException refused =
        assertThrows(
            StoreException.class, () -> first.log(StudyEvent.Level.NOTE, "mine no longer"));
    assertEquals(StoreException.Kind.OWNED, refused.kind());
    assertEquals(1, first.events(0).size());
    first.close();
    try (StudyRecords reader = files.read(file)) {
      assertEquals("elsewhere.example", reader.owner().orElseThrow().host());
    }
  }

  @Test
  void theOwnerShowsThatItLives() throws Exception {
    try (Database database = Database.open(file, Database.Access.WRITE);
        Pulse _ =
            Pulse.start(
                Duration.ofMillis(5),
                () -> database.change("UPDATE owner SET heard = heard + 1"))) {
      ownedBy("elsewhere.example", 1, NOW);
      Instant deadline = Instant.now().plusSeconds(20);
      while (database.number("SELECT heard FROM owner") <= NOW.toEpochMilli()) {
        assertTrue(Instant.now().isBefore(deadline), "no sign of life");
        Thread.sleep(5);
      }
    }
  }

  private Ownership.Life life() {
    try (StudyRecords reader = files.read(file)) {
      return reader.owner().orElseThrow().life();
    }
  }

  private void ownedBy(String host, long process, Instant heard) {
    try (Database database = Database.open(file, Database.Access.WRITE)) {
      database.change("DELETE FROM owner");
      database.change(
          "INSERT INTO owner VALUES (1, 'other', ?, ?, ?, ?)",
          host,
          process,
          Instant.EPOCH.toEpochMilli(),
          heard.toEpochMilli());
    }
  }

  private static String host() {
    return Lease.ofThisProcess().host();
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }
}
