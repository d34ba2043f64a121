package spindle.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaFinderTest {

  @TempDir private Path home;

  @Test
  void theEnvironmentComesFirst() throws IOException {
    Path named = install("named", "99.0.1");
    install(".jdks/newer", "99.0.2");
    assertEquals(
        Optional.of(named.resolve("bin").resolve("java")),
        new JavaFinder(Map.of("JAVA25_HOME", named.toString()), home).find(99));
  }

  @Test
  void anOldOneIsPassedOver() throws IOException {
    Path named = install("named", "98.0.1");
    Path newer = install(".jdks/newer", "99");
    assertEquals(
        Optional.of(newer.resolve("bin").resolve("java")),
        new JavaFinder(Map.of("JAVA_HOME", named.toString()), home).find(99));
  }

  @Test
  void aFolderWithoutCommandOrVersionIsNone() throws IOException {
    Path broken = install(".jdks/broken", "not a version");
    Files.createDirectories(home.resolve(".jdks/empty"));
    assertTrue(Files.exists(broken));
    assertEquals(Optional.empty(), new JavaFinder(Map.of(), home).find(99));
  }

  private Path install(String name, String version) throws IOException {
    Path folder = home.resolve(name);
    Files.createDirectories(folder.resolve("bin"));
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.createFile(folder.resolve("bin").resolve("java"));
    assertTrue(java.toFile().setExecutable(true));
    return folder;
  }
}
