package spindle.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs [WindowProcess] on the windowing platform of this one.
///
/// @param study the file of a study
/// @param options more options of its Java machine
record WindowChild(Path study, List<String> options) {

  private static final long PATIENCE_SECONDS = 280;

  /// Runs it to its end.
  ///
  /// @param work `look` or `train`
  /// @return what it said, a line for each moment
  List<String> run(String work) throws IOException, InterruptedException {
    Path said = study.resolveSibling("said.txt");
    ProcessBuilder builder = new ProcessBuilder(command(work));
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError("the window's process failed: " + String.join("\n", lines));
      }
      return lines.stream().filter(line -> line.matches("(opened|shown): .*")).toList();
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(String work) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    for (String platform : List.of("glass.platform", "prism.order")) {
      String value = System.getProperty(platform, "");
      if (!value.isEmpty()) {
        command.add("-D" + platform + "=" + value);
      }
    }
    command.add("-Dspindle.log=" + study.resolveSibling("window.log"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(WindowProcess.class.getName(), study.toString(), work));
    return command;
  }
}
