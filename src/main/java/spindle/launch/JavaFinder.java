package spindle.launch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Finds installed Java machines in the places where systems put them.
final class JavaFinder {

  private final Map<String, String> environment;
  private final Path home;

  /// @param environment the environment variables
  /// @param home the user's folder
  JavaFinder(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  /// Returns the `java` command of the first installation of at least a version.
  ///
  /// What the environment names comes first, then the system's folders.
  Optional<Path> find(int feature) {
    return candidates().stream()
        .filter(folder -> version(folder) >= feature)
        .map(JavaFinder::command)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private List<Path> candidates() {
    List<Path> folders = new ArrayList<>();
    for (String name : List.of("JAVA25_HOME", "JAVA_HOME", "JDK_HOME")) {
      if (!environment.getOrDefault(name, "").isEmpty()) {
        folders.add(Path.of(environment.getOrDefault(name, "")));
      }
    }
    for (Path parent : parents()) {
      for (Path child : children(parent)) {
        folders.add(child);
        folders.add(child.resolve("Contents").resolve("Home"));
      }
    }
    return folders;
  }

  private List<Path> parents() {
    List<Path> parents = new ArrayList<>();
    parents.add(Path.of("/usr/lib/jvm"));
    parents.add(Path.of("/usr/java"));
    parents.add(Path.of("/Library/Java/JavaVirtualMachines"));
    parents.add(home.resolve(".sdkman").resolve("candidates").resolve("java"));
    parents.add(home.resolve(".jdks"));
    String programs = environment.getOrDefault("ProgramFiles", "");
    if (!programs.isEmpty()) {
      parents.add(Path.of(programs, "Java"));
      parents.add(Path.of(programs, "Eclipse Adoptium"));
    }
    return parents;
  }

  private static List<Path> children(Path parent) {
    List<Path> children = new ArrayList<>();
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
        entries.forEach(children::add);
      } catch (IOException e) {
        return List.of(); // a folder that cannot be read holds nothing for us
      }
    }
    children.sort(null);
    return children;
  }

  /// Returns the feature version that an installation's `release` file states, 0 if none.
  private static int version(Path folder) {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("release"))) {
      release.load(reader);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      return version.isEmpty() ? 0 : Runtime.Version.parse(version).feature();
    } catch (IOException | IllegalArgumentException e) {
      return 0;
    }
  }

  private static Path command(Path folder) {
    Path bin = folder.resolve("bin");
    Path windows = bin.resolve("java.exe");
    return Files.exists(windows) ? windows : bin.resolve("java");
  }
}
