package spindle.training.parity;

import ai.djl.ndarray.NDManager;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import spindle.training.Devices;

/// The process side of a parity check: computes the cases and writes a line for each.
public final class ParityMain {

  private ParityMain() {}

  /// Makes this process compute the cases below a folder; returns when all are done.
  ///
  /// Must be the first thing that the process does: it turns standard output into standard error
  /// before any library can write to it.
  ///
  /// @param arguments the folder and the device
  public static void run(List<String> arguments) {
    PrintStream results =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    try (NDManager manager = Devices.open(arguments.get(1))) {
      new ParityRun(manager)
          .run(Path.of(arguments.get(0)), result -> results.println(ParityLines.write(result)));
    } catch (RuntimeException e) { // outermost frame of this process: nobody else would see it
      results.println(ParityLines.fatal(String.valueOf(e.getMessage())));
    }
  }
}
