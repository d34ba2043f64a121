package spindle.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {

  @TempDir private Path folder;

  @Test
  void theLogLiesInTheCache() {
    Properties properties = new Properties();
    Path log = LogFile.choose(folder, properties);
    assertEquals(folder.resolve("log").resolve("spindle.log").toAbsolutePath(), log);
    assertEquals(log.toString(), properties.getProperty("spindle.log"));
  }

  @Test
  void thePropertyPutsItElsewhere() {
    Properties properties = new Properties();
    properties.setProperty("spindle.log", folder.resolve("mine").toString());
    assertEquals(folder.resolve("mine").toAbsolutePath(), LogFile.choose(folder, properties));
  }

  @Test
  void aLargeLogIsPutAway() throws IOException {
    Path log = folder.resolve("log").resolve("spindle.log");
    Files.createDirectories(folder.resolve("log"));
    Files.write(log, new byte[(4 << 20) + 1]);
    LogFile.choose(folder, new Properties());
    assertFalse(Files.exists(log));
    assertTrue(Files.exists(log.resolveSibling("spindle.log.old")));
  }
}
