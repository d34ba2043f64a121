package spindle.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.AttemptId;
import spindle.study.AttemptMetric;
import spindle.study.MetricPoint;
import spindle.study.StageKind;
import spindle.study.StoreException;
import spindle.study.Study;
import spindle.study.StudyEvent;
import spindle.study.StudyOwner;
import spindle.study.StudyPath;
import spindle.study.StudyRecords;
import spindle.study.TrialSpec;

/// Files that are not, or no longer, whole studies.
final class DamageTest {

  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Path file;
  private final SqliteStudyFiles files = new SqliteStudyFiles(InstantSource.system());

  @BeforeEach
  void name() {
    file = folder.resolve("study.db");
  }

  @Test
  void aMissingFileIsNamed() {
    assertRefused("does not exist");
    assertFalse(Files.exists(file));
  }

  @Test
  void aFolderIsNoStudy() throws IOException {
    Files.createDirectory(file);
    assertRefused("is a folder");
  }

  @Test
  void anEmptyFileIsNoEmptyStudy() throws IOException {
    Files.createFile(file);
    assertRefused("is empty");
    assertEquals(0, Files.size(file));
  }

  @Test
  void aTextIsNoStudy() throws IOException {
    Files.writeString(file, "a,b\n1,2\n".repeat(100));
    assertRefused("is not a study of Spindle");
  }

  @Test
  void theDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.executeUpdate("CREATE TABLE study (id)");
    }
    byte[] before = Files.readAllBytes(file);
    assertRefused("is not a study of Spindle");
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void aFileCutOffIsNotOwned() throws IOException {
    fill();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2 / PAGE * PAGE);
    }
    StoreException refused = assertThrows(StoreException.class, () -> files.own(file));
    assertSentence(refused, "is damaged or cut off");
  }

  @Test
  void aFileWhoseFirstPageIsBrokenIsNotOpened() throws IOException {
    fill();
    overwrite(100, PAGE - 100);
    assertRefused("is damaged or cut off");
  }

  @Test
  void whatIsSoundInADamagedFileCanBeReadAndIsNotWritten() throws IOException {
    fill();
    overwrite(Files.size(file) - PAGE, PAGE);
    byte[] before = Files.readAllBytes(file);
    assertSentence(
        assertThrows(StoreException.class, () -> files.own(file)), "is damaged or cut off");
    try (StudyRecords reader = files.read(file)) {
      assertEquals(Studies.plan(), reader.plan());
      assertTrue(reader.notice().orElseThrow().contains("is damaged or cut off"));
      assertEquals(1, reader.history(reader.attempts().getFirst().id().trial()).size());
    }
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void aCopyOfADamagedStudyHoldsWhatCanBeRead() throws IOException {
    fill();
    overwrite(pageOf("'metric'"), PAGE);
    Path copy = folder.resolve("copy.db");
    files.copy(file, copy);
    try (StudyOwner owner = files.own(copy)) {
      AttemptId attempt = owner.attempts().getFirst().id();
      int points = owner.curve(attempt, "loss").size();
      assertTrue(points > 1_000 && points < 2_000, points + " points");
      assertEquals(List.of(Studies.scored(0.5)), owner.attempts(attempt.trial()));
      assertEquals(List.of(StudyPath.main()), owner.paths());
    }
  }

  @Test
  void aNewerFileIsReadButNotWritten() {
    fill();
    try (Database database = Database.open(file, Database.Access.WRITE)) {
      database.run("PRAGMA user_version=99");
    }
    for (StoreException refused :
        List.of(
            assertThrows(StoreException.class, () -> files.own(file)),
            assertThrows(StoreException.class, () -> files.commands(file)))) {
      assertSentence(refused, "was written by a newer Spindle (its format is 99");
    }
    try (StudyRecords reader = files.read(file)) {
      assertEquals(Studies.plan(), reader.plan());
      assertTrue(reader.notice().orElseThrow().contains("newer Spindle"));
      assertTrue(reader.owner().isEmpty());
    }
  }

  @Test
  void aValueThatNoConstructorTakesIsNamedWithItsPlace() {
    fill();
    try (Database database = Database.open(file, Database.Access.WRITE)) {
      database.run("UPDATE study SET limits = json_set(limits, '$.places[0].slots', 0)");
    }
    try (StudyRecords reader = files.read(file)) {
      StoreException refused = assertThrows(StoreException.class, reader::limits);
      assertSentence(refused, "table study");
      assertTrue(String.valueOf(refused.getMessage()).contains("places[0]"), refused.getMessage());
    }
  }

  @Test
  void onAFullDiskNothingIsLostAndWritingGoesOnOnceThereIsRoom() {
    fill();
    try (SqliteOwner owner = (SqliteOwner) files.own(file)) {
      long pages = owner.database.number("PRAGMA page_count");
      owner.database.number("PRAGMA max_page_count=" + pages);
      AttemptId attempt = owner.attempts().getFirst().id();
      StoreException full =
          assertThrows(StoreException.class, () -> owner.record(points(attempt, 20_000)));
      assertEquals(StoreException.Kind.LATER, full.kind());
      assertSentence(full, "its disk is full");
      assertEquals(2_000, owner.curve(attempt, "loss").size());
      owner.database.number("PRAGMA max_page_count=" + 100 * pages);
      owner.record(points(attempt, 20_000));
      assertEquals(20_000, owner.curve(attempt, "loss").size());
    }
  }

  @Test
  void whatIsLeftOfARemovedStudyIsNotTakenForTheNewOne() throws IOException {
    Path left = folder.resolve("study.db-wal");
    Files.writeString(left, "old");
    StoreException refused =
        assertThrows(
            StoreException.class, () -> files.create(file, Studies.plan(), Studies.LIMITS));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith(left + " is left over"),
        String.valueOf(refused.getMessage()));
    assertFalse(Files.exists(file));
  }

  @Test
  void aStudyThatCannotBeMadeLeavesNothingBehind() throws IOException {
    StoreException refused =
        assertThrows(
            StoreException.class,
            () -> files.create(folder.resolve("no/study.db"), Studies.plan(), Studies.LIMITS));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("its folder does not exist"),
        refused.getMessage());
    assertThrows(
        IllegalStateException.class,
        () ->
            NewFile.make(
                file,
                draft -> {
                  write(draft);
                  throw new IllegalStateException("in the middle");
                }));
    try (var rest = Files.list(folder)) {
      assertEquals(List.of(), rest.toList());
    }
  }

  @Test
  void oneFileIsLeftWhenAllHaveClosedIt() throws IOException {
    fill();
    try (StudyOwner owner = files.own(file)) {
      owner.log(StudyEvent.Level.NOTE, "open");
      files.read(file).close();
      assertTrue(Files.exists(folder.resolve("study.db-wal")));
    }
    try (var rest = Files.list(folder)) {
      assertEquals(List.of(file), rest.toList());
    }
  }

  @Test
  void aNameMayHoldAnyCharacter() {
    file = folder.resolve("what? 100% #1 ä.db");
    fill();
    try (StudyRecords reader = files.read(file)) {
      assertEquals(1, reader.attempts().size());
    }
    assertTrue(Files.exists(file));
  }

  private void assertRefused(String words) {
    assertSentence(assertThrows(StoreException.class, () -> files.own(file)), words);
    assertSentence(assertThrows(StoreException.class, () -> files.read(file)), words);
    assertSentence(assertThrows(StoreException.class, () -> files.commands(file)), words);
    assertSentence(
        assertThrows(StoreException.class, () -> files.copy(file, folder.resolve("copy"))), words);
  }

  /// One sentence that begins with the file, says what happened and, after a semicolon, what to do.
  private void assertSentence(StoreException refused, String words) {
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith(file + " "), message);
    assertTrue(message.contains(words), message);
    assertTrue(message.contains("; "), message);
    assertFalse(message.contains("\n"), message);
  }

  private void fill() {
    files.create(file, Studies.plan(), Studies.LIMITS);
    Study study = new Study(Studies.plan(), key -> List.of());
    StudyPath path = StudyPath.main();
    TrialSpec trial = study.open(path).orElseThrow().wanted().getFirst();
    assertEquals(new StageKind.Grouping(), path.open(Studies.plan()).orElseThrow().kind());
    try (StudyOwner owner = files.own(file)) {
      AttemptId attempt = owner.begin(trial);
      owner.record(points(attempt, 2_000));
      owner.finish(attempt, Studies.scored(0.5), Studies.ORIGIN);
    }
  }

  private static List<AttemptMetric> points(AttemptId attempt, int steps) {
    List<AttemptMetric> points = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      points.add(new AttemptMetric(attempt, "loss", new MetricPoint(step, 1.0 / step)));
    }
    return points;
  }

  /// Returns where some page in the middle of a table lies.
  private long pageOf(String table) {
    try (Database database = Database.open(file, Database.Access.READ)) {
      List<Long> leaves =
          database.list(
              "SELECT pageno FROM dbstat WHERE name = "
                  + table
                  + " AND pagetype = 'leaf' ORDER BY path",
              row -> row.getLong(1));
      return (leaves.get(leaves.size() / 2) - 1) * PAGE;
    }
  }

  private void overwrite(long at, int bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] noise = new byte[bytes];
      Arrays.fill(noise, (byte) 0xa5);
      channel.write(ByteBuffer.wrap(noise), at);
    }
  }

  private static void write(Path draft) {
    try {
      Files.writeString(draft, "half");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
