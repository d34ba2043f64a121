package spindle.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import spindle.study.EngineStarter;
import spindle.study.StoreException;

/// Runs a study in a process that does not end with this one: the command line's `study run` with
/// its output in a file beside the log.
final class DetachedEngine implements EngineStarter {

  private static final Path SESSION_LEADER = Path.of("/usr/bin/setsid");

  private final Path log;

  /// @param log of this process, in whose folder the output goes
  DetachedEngine(Path log) {
    this.log = log;
  }

  @Override
  public Path start(Path study, String path) {
    Path file = study.toAbsolutePath();
    String name = String.valueOf(file.getFileName());
    Path output = log.resolveSibling(name + ".out");
    try {
      Path folder = output.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      ProcessBuilder builder = new ProcessBuilder(command(file, path));
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
      builder.start().getOutputStream().close();
      return output;
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.LATER, file + ": no process can be started: " + e.getMessage(), e);
    }
  }

  /// Where there is the means, the process leads a session of its own, so that neither Ctrl-C nor a
  /// closed terminal reaches it.
  private List<String> command(Path study, String path) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SESSION_LEADER)) {
      command.add(SESSION_LEADER.toString());
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Dspindle.log=" + log.toAbsolutePath()));
    System.getProperties().stringPropertyNames().stream()
        .filter(property ->
            property.matches("(PYTORCH_|DJL_|ENGINE_CACHE_DIR|ai\\.djl\\.|spindle\\.cache).*"))
        .sorted()
        .forEach(property -> command.add("-D" + property + "=" + System.getProperty(property)));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "study",
            "run",
            study.toString(),
            "--path",
            path));
    return command;
  }
}
