package spindle.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time from a start of the built program to its first frame.
///
/// @param target folder of `spindle.jar`
/// @param folder for the log
/// @param options of the Java machine
record FirstFrame(Path target, Path folder, List<String> options) {

  private static final Pattern LOGGED =
      Pattern.compile("^(\\S+) .*first frame \\d+ ms", Pattern.MULTILINE);

  /// Starts the program and returns the milliseconds from just before its process is made to the
  /// moment that its log gives to the first frame.
  double run() throws IOException, InterruptedException {
    Path log = folder.resolve("first.log");
    Files.deleteIfExists(log);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Dspindle.quit=true", "-Dspindle.log=" + log));
    if (System.getProperty("glass.platform") != null) {
      command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    }
    command.addAll(List.of("-jar", "spindle.jar"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(target.toFile());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("first.out").toFile());
    Instant begun = Instant.now();
    int end = builder.start().waitFor();
    Matcher logged = LOGGED.matcher(Files.readString(log, StandardCharsets.UTF_8));
    if (end != 0 || !logged.find()) {
      throw new AssertionError(Files.readString(folder.resolve("first.out")));
    }
    return Duration.between(begun, java.time.OffsetDateTime.parse(logged.group(1)).toInstant())
        .toMillis();
  }
}
