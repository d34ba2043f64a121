package spindle.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reads the user's GLUE files; skipped without `-Dspindle.glue=FOLDER` or a task's folder in it.
class GlueOnDiskTest {

  @ParameterizedTest
  @EnumSource(Glue.class)
  void aPublishedTaskIsRead(Glue glue) {
    Path folder = Path.of(System.getProperty("spindle.glue", "no folder"));
    assumeTrue(Files.isDirectory(folder.resolve(glue.folder())));
    TaskSource source = new TaskSource.Glue(glue.task().name(), folder);
    TaskData data = Tasks.read(source, new SplittableRandom(1));
    int rows = data.training().size() + data.selection().size();
    assertEquals(Draw.heldOut(rows), data.selection().size());
    assertTrue(data.confirmation().size() > 50);
    double baseline = Baseline.score(data);
    System.getLogger("spindle.task")
        .log(System.Logger.Level.INFO, "{0}: {1} rows, baseline {2}", glue, rows, baseline);
  }
}
