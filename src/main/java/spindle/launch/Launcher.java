package spindle.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The main class of the jar: runs the program in this Java machine if it is new enough, else in a
/// newer one that is installed.
///
/// A system whose `java` is 17 can so run `java -jar spindle.jar` as long as a JDK 25 is somewhere
/// in the usual places. The program runs as a child with the same streams and arguments, is stopped
/// when this process is, and gives this process its exit code.
public final class Launcher {

  private static final int NEEDED = 25;

  private Launcher() {}

  /// Starts the program.
  ///
  /// @throws ReflectiveOperationException if the jar does not hold the program
  public static void main(String[] args) throws ReflectiveOperationException {
    if (Runtime.version().feature() >= NEEDED) {
      Class.forName("spindle.app.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
      return;
    }
    Optional<Path> java =
        new JavaFinder(System.getenv(), Path.of(System.getProperty("user.home", "."))).find(NEEDED);
    if (java.isEmpty()) {
      System.err.println(
          "spindle: Java 25 or newer is needed and this is Java "
              + Runtime.version().feature()
              + "; install a JDK 25 or set JAVA25_HOME to one.");
      System.exit(1);
    }
    System.exit(runIn(java.orElseThrow(), args));
  }

  private static int runIn(Path java, String[] args) {
    try {
      Process child = new ProcessBuilder(command(java, args)).inheritIO().start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(child)));
      return child.waitFor();
    } catch (IOException e) {
      System.err.println("spindle: " + java + " could not be started: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }

  private static List<String> command(Path java, String[] args) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-Dspindle.parent=" + ProcessHandle.current().pid());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "spindle.app.Main"));
    command.addAll(List.of(args));
    return command;
  }

  private static void stop(Process child) {
    child.destroy();
    try {
      child.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
