package spindle.training.worker;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import spindle.training.TrainerFactory;

/// The process side of a worker: its streams, its signals, its end.
public final class WorkerMain {

  /// How long the worker outlives a termination signal; its supervisor, which got the same Ctrl-C,
  /// tells it to stop before.
  private static final Duration AFTER_SIGNAL = Duration.ofSeconds(3);

  private WorkerMain() {}

  /// Makes this process a worker; does not return, but ends the process.
  ///
  /// Must be the first thing that the process does: it turns standard output into standard error
  /// before any library can write to it.
  ///
  /// @param arguments `--device cpu --slots 2 --together 1 --heartbeat 2000`
  public static void run(List<String> arguments, TrainerFactory trainers) {
    InputStream commands = new FileInputStream(FileDescriptor.in);
    EventWriter events = new EventWriter(new FileOutputStream(FileDescriptor.out), () -> end(0));
    PrintStream log =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.setIn(InputStream.nullInputStream());
    System.setOut(log);
    System.setErr(log);
    Runtime.getRuntime().addShutdownHook(new Thread(WorkerMain::outliveSignal));
    Worker worker = new Worker(parse(arguments, events), events, WorkerMain::end);
    worker.serve(
        new BufferedReader(new InputStreamReader(commands, StandardCharsets.UTF_8)), trainers);
  }

  private static WorkerArguments parse(List<String> arguments, EventWriter events) {
    try {
      return WorkerArguments.parse(arguments);
    } catch (IllegalArgumentException e) {
      events.write(new Event.Fatal("the worker cannot start: " + e.getMessage()));
      end(2);
      throw e;
    }
  }

  /// Halts: an ordinary exit would wait in [#outliveSignal].
  private static void end(int code) {
    Runtime.getRuntime().halt(code);
  }

  private static void outliveSignal() {
    try {
      new CountDownLatch(1).await(AFTER_SIGNAL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
