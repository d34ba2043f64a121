package spindle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TasksCommandTest {

  @TempDir private Path folder;

  @Test
  void practiceAndGlueTasksAreListed() {
    Session session = Session.withoutWork();
    assertEquals(0, session.run("tasks", "list"));
    assertEquals(17, session.out().size());
    assertTrue(session.out().getFirst().startsWith("reviews     practice  accuracy    "));
  }

  @Test
  void ownFilesAreShownWithTheirBaseline() throws IOException {
    String rows = "good,1\nfine,1\nbad,0\npoor,0\nnice,1\nawful,0\ngreat,1\nbroken,0\n";
    Path file = Files.writeString(folder.resolve("own.csv"), rows);
    Session session = Session.withoutWork();
    int code =
        session.run(
            "tasks",
            "show",
            "csv",
            "--train",
            file.toString(),
            "--dev",
            file.toString(),
            "--text",
            "1",
            "--label",
            "2");
    assertEquals(0, code, () -> session.err().toString());
    assertEquals("own: 7 training, 1 selection, 8 confirmation examples", session.out().getFirst());
    assertEquals("  [1] good", session.out().get(2));
  }

  @Test
  void aMissingFileIsOneLine() {
    Session session = Session.withoutWork();
    Path missing = folder.resolve("none");
    assertEquals(1, session.run("tasks", "show", "RTE", "--data", missing.toString()));
    assertEquals(List.of(), session.out());
    assertEquals(1, session.err().size());
    assertTrue(session.err().getFirst().startsWith("spindle: " + missing));
  }
}
