package spindle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.Attempt;
import spindle.study.StoreException;
import spindle.study.StudyOwner;
import spindle.study.StudyRecords;

/// Files of earlier versions. `version-N.db` is a study that was written by version `N` and is
/// never written again; `main` in [StoredStudy] makes the one of the newest version.
final class MigrationTest {

  private static final String ADDITION = "ALTER TABLE event ADD COLUMN topic TEXT;";

  @TempDir Path folder;
  private Path file;
  private final SqliteStudyFiles today = new SqliteStudyFiles(InstantSource.system());

  @BeforeEach
  void copy() throws IOException {
    file = stored(1);
  }

  @Test
  void everyVersionIsStored() {
    for (int version = 1; version <= Schema.current().version(); version++) {
      assertTrue(Files.exists(stored(version)));
    }
  }

  @Test
  void aStudyOfVersion1IsWhatItWas() {
    try (StudyOwner owner = today.own(file)) {
      assertEquals(Studies.plan(), owner.plan());
      Attempt attempt = owner.attempts().getFirst();
      assertEquals(List.of(StoredStudy.END), owner.attempts(attempt.id().trial()));
      assertEquals(StoredStudy.POINTS, owner.curve(attempt.id(), "loss"));
      assertEquals(StoredStudy.paths(owner.plan()), owner.paths());
      assertEquals(StoredStudy.COMMANDS, owner.commands(0).stream().map(c -> c.command()).toList());
      assertEquals("made for a test", owner.events(0).getFirst().text());
    }
  }

  @Test
  void aMigrationSavesTheFileAsItWasAndKeepsEverything() {
    SqliteStudyFiles next = next(ADDITION);
    List<Attempt> before;
    try (StudyRecords reader = today.read(file)) {
      before = reader.attempts();
    }
    try (StudyRecords reader = next.read(file)) {
      assertEquals(before, reader.attempts());
      assertTrue(reader.owner().isEmpty());
    }
    try (Database database = Database.open(file, Database.Access.READ)) {
      assertEquals(2, Schema.of(database));
      assertEquals(0, database.number("SELECT count(topic) FROM event"));
    }
    Path saved = folder.resolve(file.getFileName() + ".version-1");
    try (StudyRecords reader = today.read(saved)) {
      assertEquals(before, reader.attempts());
    }
    assertThrows(StoreException.class, () -> today.own(file));
  }

  @Test
  void aMigrationThatFailsLeavesTheFileAsItWas() throws IOException {
    SqliteStudyFiles broken = next(ADDITION + "ALTER TABLE no_such_table ADD COLUMN x;");
    StoreException refused = assertThrows(StoreException.class, () -> broken.own(file));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("no_such_table"), refused.getMessage());
    try (Database database = Database.open(file, Database.Access.READ)) {
      assertEquals(1, Schema.of(database));
    }
    try (StudyOwner owner = today.own(file)) {
      assertFalse(owner.attempts().isEmpty());
    }
  }

  private static SqliteStudyFiles next(String script) {
    List<String> scripts =
        Stream.concat(Schema.current().upTo(1).scripts().stream(), Stream.of(script)).toList();
    return new SqliteStudyFiles(InstantSource.system(), new Schema(scripts));
  }

  private Path stored(int version) {
    String name = "version-" + version + ".db";
    Path copy = folder.resolve(name);
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
      if (!Files.exists(copy)) {
        Files.copy(in, copy);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
