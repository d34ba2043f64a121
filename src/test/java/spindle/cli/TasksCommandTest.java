package spindle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.Resources;

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
  void labelledJsonLinesAndParquetAreReadByTheSameOptions() throws Exception {
    String rows = "";
    for (String text : List.of("good", "fine", "bad", "poor", "nice", "awful", "great", "broken")) {
      rows += "{\"a\": {\"b\": \"" + text + "\"}, \"stars\": " + text.length() % 2 + "}\n";
    }
    Path lines = Files.writeString(folder.resolve("own.jsonl"), rows);
    assertEquals("  [0] good", show("csv", lines, "--text", "a.b", "--label", "stars").get(2));
    Path parquet = Resources.path("/spindle/task/parquet/zstd.parquet");
    assertEquals(
        "  [sad] A 0 is é 😀 | B 0",
        show("csv", parquet, "--text", "text", "--text2", "other", "--label", "mood").get(2));
    assertEquals(
        "  [B 0] A 0 is é 😀",
        show("text", parquet, "--source", "text", "--target", "other").get(2));
  }

  private static List<String> show(String task, Path file, String... columns) {
    List<String> words = new ArrayList<>(List.of("tasks", "show", task));
    words.addAll(List.of("--train", file.toString(), "--dev", file.toString()));
    words.addAll(List.of(columns));
    Session session = Session.withoutWork();
    assertEquals(0, session.run(words.toArray(String[]::new)), () -> session.err().toString());
    return session.out();
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
