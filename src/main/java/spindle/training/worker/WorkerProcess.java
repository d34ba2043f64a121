package spindle.training.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The supervisor's view of one worker process: its streams, its end, its last words.
///
/// Its streams are read by platform threads, since reading a pipe holds the carrier of a virtual
/// one.
final class WorkerProcess {

  /// Hears of a worker; called from the worker's own thread, in order.
  interface Observer {

    /// The worker sent an event.
    void heard(WorkerProcess worker, Event event);

    /// The process is gone; nothing more is heard of it.
    ///
    /// @param code its exit code; 128 and the number of the signal that killed it
    void ended(WorkerProcess worker, int code);
  }

  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final int LONGEST_WORDS = 200;

  private final Process process;
  private final String name;
  private final Observer observer;
  private final ExecutorService commands;
  private volatile String lastWords = "";
  private final CompletableFuture<Void> gone = new CompletableFuture<>();

  private WorkerProcess(Process process, String name, Observer observer) {
    this.process = process;
    this.name = name;
    this.observer = observer;
    this.commands = Executors.newSingleThreadExecutor(threads("commands"));
  }

  /// Starts a worker.
  ///
  /// @param name of the worker in the log
  /// @throws IOException if the process cannot be started
  static WorkerProcess start(ProcessBuilder builder, String name, Observer observer)
      throws IOException {
    WorkerProcess worker = new WorkerProcess(builder.start(), name, observer);
    Thread words = worker.threads("log").newThread(worker::readLog);
    words.start();
    worker.threads("events").newThread(() -> worker.readEvents(words)).start();
    LOG.info("{} is process {}", name, worker.pid());
    return worker;
  }

  long pid() {
    return process.pid();
  }

  /// Sends a command without waiting; a worker that is gone does not get it.
  ///
  /// A pipe takes no more when its reader hangs, so the caller must not be the one to write.
  void send(Command command) {
    byte[] line = (Lines.line(command) + "\n").getBytes(StandardCharsets.UTF_8);
    commands.execute(() -> write(line));
  }

  /// Kills the process.
  void destroy() {
    process.destroyForcibly();
  }

  /// Returns the last line that the process wrote for humans, cut to 200 characters; empty if there
  /// was none.
  String lastWords() {
    return lastWords;
  }

  /// Completes when the process is gone and the observer knows.
  CompletableFuture<Void> gone() {
    return gone;
  }

  private void write(byte[] line) {
    try {
      OutputStream input = process.getOutputStream();
      input.write(line);
      input.flush();
    } catch (IOException e) {
      LOG.debug("{} takes no commands any more", name, e);
    }
  }

  private void readEvents(Thread words) {
    readLines(process.getInputStream(), this::hear);
    try {
      int code = process.waitFor();
      words.join(Duration.ofSeconds(1));
      LOG.info("{} (process {}) ended with code {}", name, pid(), code);
      observer.ended(this, code);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      commands.shutdown();
      gone.complete(null);
    }
  }

  private void hear(String line) {
    Event event;
    try {
      event = Lines.read(line, Event.class);
    } catch (RuntimeException e) {
      LOG.warn("{} printed what is no event: {}", name, line);
      return;
    }
    observer.heard(this, event);
  }

  private void readLog() {
    readLines(
        process.getErrorStream(),
        line -> {
          LOG.info("{}: {}", name, line);
          lastWords = line.substring(0, Math.min(line.length(), LONGEST_WORDS)).strip();
        });
  }

  private static void readLines(InputStream stream, Consumer<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.isBlank()).forEach(lines);
    } catch (IOException | java.io.UncheckedIOException e) {
      LOG.debug("A stream of a worker broke", e);
    }
  }

  private ThreadFactory threads(String what) {
    return Thread.ofPlatform().daemon().name(name + " " + what).factory();
  }
}
