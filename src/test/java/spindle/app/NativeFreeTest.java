package spindle.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A crash of native code cannot take the window down, for its process has none of it.
@Tag("engine")
final class NativeFreeTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void theWindowsProcessTrainsAndShowsAStudyWithoutEverLoadingATensorEngine()
      throws IOException, InterruptedException {
    Path study = TinyPlan.create(folder, Wiring.ofProcess());
    Path classes = folder.resolve("classes.txt");
    WindowChild window =
        new WindowChild(study, List.of("-Xlog:class+load=info:file=" + classes + ":none"));
    List<String> said = window.run("train");
    assertEquals(2, said.size());
    assertTrue(said.getLast().endsWith("native []"), said.getLast());
    assertEquals(List.of(), loaded(classes, "ai\\.djl\\."));
    assertTrue(loaded(classes, "spindle\\.ui\\.").size() > 100, "the log of classes is not read");
  }

  private static List<String> loaded(Path classes, String prefix) throws IOException {
    try (Stream<String> lines = Files.lines(classes)) {
      return lines
          .filter(line -> line.matches(prefix + ".*"))
          .map(line -> line.replaceFirst(" .*", ""))
          .toList();
    }
  }
}
