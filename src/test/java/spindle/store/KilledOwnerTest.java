package spindle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.study.Attempt;
import spindle.study.Ownership;
import spindle.study.StoreException;
import spindle.study.StudyCommand;
import spindle.study.StudyCommands;
import spindle.study.StudyOwner;
import spindle.study.StudyRecords;

/// A study whose owner is another process, which is killed.
final class KilledOwnerTest {

  @TempDir Path folder;
  private Path file;
  private Process writer;
  private Path said;
  private final SqliteStudyFiles files = new SqliteStudyFiles(InstantSource.system());

  @BeforeEach
  void create() throws IOException {
    file = folder.resolve("study.db");
    files.create(file, Studies.plan(), Studies.LIMITS);
    start();
  }

  @AfterEach
  void kill() {
    writer.destroyForcibly().onExit().join();
  }

  @Test
  void whatWasAcknowledgedBeforeAKillIsThereWholeAfterwards() throws Exception {
    for (int numbers : List.of(1, 20, 50)) {
      await(numbers);
      kill();
      int last = said().getLast();
      try (StudyOwner owner = files.own(file)) {
        List<Attempt> attempts = owner.attempts();
        // one more may have been recorded before it could be said
        assertTrue(
            attempts.size() == last || attempts.size() == last + 1,
            last + " said, " + attempts.size() + " found");
        long recorded =
            attempts.stream()
                .map(attempt -> attempt.id().trial())
                .distinct()
                .mapToLong(trial -> owner.attempts(trial).size())
                .sum();
        assertEquals(attempts.size(), recorded);
        for (Attempt attempt : attempts) {
          assertTrue(attempt.end().isPresent());
          assertEquals(Writer.POINTS, owner.curve(attempt.id(), "loss").size());
        }
      }
      start();
    }
  }

  @Test
  void othersReadAndPostWhileOneWrites() throws Exception {
    await(1);
    try (StudyRecords reader = files.read(file);
        StudyCommands commands = files.commands(file)) {
      assertEquals(Ownership.Life.ALIVE, reader.owner().orElseThrow().life());
      assertEquals(writer.pid(), reader.owner().orElseThrow().process());
      assertEquals(
          StoreException.Kind.OWNED,
          assertThrows(StoreException.class, () -> files.own(file)).kind());
      int before = 0;
      for (int look = 1; look <= 30; look++) {
        List<Attempt> now = reader.attempts();
        assertTrue(now.size() >= before);
        assertTrue(now.stream().allMatch(attempt -> attempt.end().isPresent()));
        assertEquals(look, commands.post(new StudyCommand.Pause()));
        before = now.size();
      }
      assertEquals(30, reader.commands(0).size());
      kill();
      assertEquals(Ownership.Life.GONE, reader.owner().orElseThrow().life());
    }
  }

  @Test
  void aCopyOfABusyStudyIsSound() throws Exception {
    await(20);
    Path copy = folder.resolve("copy.db");
    files.copy(file, copy);
    try (StudyOwner owner = files.own(copy)) {
      List<Attempt> attempts = owner.attempts();
      assertTrue(attempts.size() >= 20);
      assertTrue(attempts.stream().allMatch(attempt -> attempt.end().isPresent()));
    }
  }

  private void start() throws IOException {
    said = Files.createTempFile(folder, "said", ".txt");
    writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString())
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
  }

  /// Waits until the writer has said some numbers.
  private void await(int numbers) throws Exception {
    while (said().size() < numbers) {
      assertTrue(writer.isAlive(), "the writer ended by itself");
      Thread.sleep(5);
    }
  }

  private List<Integer> said() throws IOException {
    return Files.readString(said).lines().map(Integer::valueOf).toList();
  }
}
