package spindle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
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
  private BufferedReader acknowledged;
  private final SqliteStudyFiles files = new SqliteStudyFiles(InstantSource.system());

  @BeforeEach
  void create() throws IOException {
    file = folder.resolve("study.db");
    files.create(file, Studies.plan(), Studies.LIMITS);
    start();
  }

  @AfterEach
  void kill() {
    // not through the process itself, which would close its output too
    writer.toHandle().destroyForcibly();
    writer.onExit().join();
  }

  @Test
  void whatWasAcknowledgedBeforeAKillIsThereWholeAfterwards() throws IOException {
    for (int lines : List.of(3, 41, 160)) {
      int last = acknowledged(lines);
      kill();
      last = Math.max(last, rest());
      try (StudyOwner owner = files.own(file)) {
        List<Attempt> attempts = owner.attempts();
        // one more may have been recorded before it could be said
        assertTrue(
            attempts.size() == last || attempts.size() == last + 1,
            last + " said, " + attempts.size() + " found");
        assertEquals(attempts.size(), owner.attempts(attempts.getFirst().id().trial()).size());
        for (Attempt attempt : attempts) {
          assertTrue(attempt.end().isPresent());
          assertEquals(Writer.POINTS, owner.curve(attempt.id(), "loss").size());
        }
      }
      start();
    }
  }

  @Test
  void othersReadAndPostWhileOneWrites() throws IOException {
    acknowledged(1);
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
  void aCopyOfABusyStudyIsSound() throws IOException {
    int said = acknowledged(20);
    Path copy = folder.resolve("copy.db");
    files.copy(file, copy);
    try (StudyOwner owner = files.own(copy)) {
      List<Attempt> attempts = owner.attempts();
      assertTrue(attempts.size() >= said);
      assertTrue(attempts.stream().allMatch(attempt -> attempt.end().isPresent()));
    }
  }

  private void start() throws IOException {
    writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    acknowledged = writer.inputReader();
  }

  /// Waits for some lines and returns the number in the last one.
  private int acknowledged(int lines) throws IOException {
    String last = "0";
    for (int i = 0; i < lines; i++) {
      last = acknowledged.readLine();
    }
    return Integer.parseInt(last);
  }

  /// Returns the number in the last line that a killed writer had written, 0 if there is none.
  private int rest() throws IOException {
    int last = 0;
    for (String line = acknowledged.readLine(); line != null; line = acknowledged.readLine()) {
      last = Integer.parseInt(line);
    }
    return last;
  }
}
