package spindle.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import spindle.study.TrialOutcome;

/// How worker processes end.
final class WorkerEndTest {

  private static final List<DeviceSlots> ONE_SLOT = List.of(new DeviceSlots("cpu", 1));

  @Test
  void closingCancelsWhatIsLeftAndLeavesNoProcess() {
    LocalTrialRunner runner = Trials.runner(ONE_SLOT);
    Recorder running = Recorder.of(runner, Trials.trial("a", "endless"));
    Recorder queued = Recorder.of(runner, Trials.trial("b", "quick"));
    running.awaitStep();
    long pid = runner.workers().getFirst().process().orElseThrow();

    runner.close();

    assertTrue(ProcessHandle.of(pid).isEmpty());
    assertEquals(new TrialOutcome.Cancelled(0), queued.outcome());
    assertTrue(((TrialOutcome.Cancelled) running.outcome()).step() > 0);
    runner.close();
  }

  @Test
  void aWorkerThatDoesNotStopIsKilledOnClosing() {
    List<DeviceSlots> twoSlots = List.of(new DeviceSlots("cpu", 2));
    WorkerSettings usual = WorkerSettings.usual();
    LocalTrialRunner runner = Trials.runner(twoSlots, usual);
    Recorder running = Recorder.of(runner, Trials.trial("a", "endless"));
    Recorder waiting = Recorder.of(runner, Trials.trial("b", "meet"));
    running.awaitStep();
    long pid = runner.workers().getFirst().process().orElseThrow();

    runner.close();

    assertTrue(ProcessHandle.of(pid).isEmpty());
    assertEquals(new TrialOutcome.Cancelled(0), waiting.outcome());
    assertTrue(((TrialOutcome.Cancelled) running.outcome()).step() > 0);
  }

  @Test
  void aWorkerEndsWhenItsSupervisorIsKilled() throws IOException {
    Process supervisor = supervisor();
    BufferedReader output = supervisor.inputReader();
    ProcessHandle worker = ProcessHandle.of(Long.parseLong(said(output, "pid "))).orElseThrow();

    supervisor.destroyForcibly();
    long start = System.nanoTime();
    Polling.until(() -> !worker.isAlive());

    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertTrue(millis < 2000, "the worker ended after " + millis + " ms");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSignalToSupervisorAndWorkerCancelsTheTrials() throws IOException, InterruptedException {
    Process supervisor = supervisor();
    BufferedReader output = supervisor.inputReader();
    long worker = Long.parseLong(said(output, "pid "));

    new ProcessBuilder("kill", "-TERM", Long.toString(worker)).start().waitFor();
    new ProcessBuilder("kill", "-TERM", Long.toString(supervisor.pid())).start().waitFor();

    assertEquals("Cancelled", said(output, "outcome "));
    assertTrue(supervisor.waitFor(1, TimeUnit.MINUTES));
    assertTrue(ProcessHandle.of(worker).isEmpty());
  }

  @Test
  void aWorkerThatCannotReadACommandSaysSoAndEnds() throws IOException, InterruptedException {
    Process worker = worker(ONE_SLOT.getFirst());
    try (OutputStream commands = worker.getOutputStream()) {
      commands.write("{\"kind\":\"Dance\"}\n".getBytes(StandardCharsets.UTF_8));
      commands.flush();
      List<String> events = worker.inputReader().lines().toList();

      assertEquals(2, worker.waitFor());
      assertTrue(events.stream().anyMatch(line -> line.contains("a command that it cannot read")));
    }
  }

  @Test
  void aWorkerWithoutSupervisorEndsAtOnce() throws IOException, InterruptedException {
    Process worker = worker(ONE_SLOT.getFirst());
    worker.getOutputStream().close();

    assertTrue(worker.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, worker.exitValue());
    assertFalse(worker.isAlive());
  }

  private static Process worker(DeviceSlots place) throws IOException {
    WorkerProgram program = new WorkerProgram(FakeWorkerMain.class.getName(), List.of());
    return program
        .process(place, WorkerSettings.usual(), WorkerProgram.Products.FLOAT32)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// Returns what follows a word in the output; other lines are the log.
  private static String said(BufferedReader output, String word) {
    return output
        .lines()
        .filter(line -> line.startsWith(word))
        .findFirst()
        .orElseThrow()
        .substring(word.length());
  }

  private static Process supervisor() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return new ProcessBuilder(java, "-cp", classes, FakeSupervisorMain.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
