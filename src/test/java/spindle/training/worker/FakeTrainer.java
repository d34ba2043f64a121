package spindle.training.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.Metric;
import spindle.training.Cancellation;
import spindle.training.Trainer;

/// A trainer that does what the name of the trial's backbone says.
final class FakeTrainer implements Trainer {

  private static final int STEPS = 40;

  private final int together;
  private final CyclicBarrier pair = new CyclicBarrier(2);
  private final AtomicInteger running = new AtomicInteger();
  private final Set<String> met = ConcurrentHashMap.newKeySet();

  private FakeTrainer(int together) {
    this.together = together;
  }

  static Trainer open(String device, int together) {
    return switch (device) {
      case "absent" -> throw new IllegalStateException("there is no such device");
      case "dying" -> {
        Runtime.getRuntime().halt(134);
        throw new IllegalStateException("unreachable");
      }
      default -> new FakeTrainer(together);
    };
  }

  @Override
  public Map<String, String> versions() {
    String tf32 = String.valueOf(System.getenv("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE"));
    return Map.of("fake", Integer.toString(together), "tf32", tf32);
  }

  @Override
  public TrialOutcome train(TrialSpec trial, TrialListener progress, Cancellation cancelled) {
    boolean alone = running.incrementAndGet() == 1;
    try {
      return train(trial, progress, cancelled, alone);
    } finally {
      running.decrementAndGet();
    }
  }

  private TrialOutcome train(
      TrialSpec trial, TrialListener progress, Cancellation cancelled, boolean alone) {
    String[] words = trial.backbone().split(":", 2);
    return switch (words[0]) {
      case "quick" -> scored(trial, progress);
      case "endless" -> endless(trial, progress, cancelled);
      case "meet" -> meet(trial, progress);
      case "crash" -> crash(trial, progress);
      case "crash-once" -> crashOnce(trial, progress, Path.of(words[1]));
      case "error" -> throw new LinkageError("the library does not fit");
      case "hungry" -> alone ? scored(trial, progress) : starved(trial, progress);
      case "starving" -> starved(trial, progress);
      case "meet-starving" -> meetStarving(trial, progress);
      case "heap" -> throw new OutOfMemoryError("no heap left");
      case "print" -> print(trial, progress);
      case "diverge" -> diverge(trial, progress);
      default -> throw new IllegalArgumentException("no backbone " + trial.backbone());
    };
  }

  private static TrialOutcome scored(TrialSpec trial, TrialListener progress) {
    progress.started(trial, STEPS);
    for (int step = 1; step <= STEPS; step++) {
      progress.progressed(trial, step, 1.0 / step, 1000);
    }
    double score = trial.seed().generator().nextDouble();
    progress.scored(trial, 1, score);
    return new TrialOutcome.Scored(
        Metric.ACCURACY, score, 1.0 / STEPS, 10, 2, STEPS, Duration.ofMillis(3));
  }

  private static TrialOutcome endless(
      TrialSpec trial, TrialListener progress, Cancellation cancelled) {
    progress.started(trial, Integer.MAX_VALUE);
    int step = 0;
    while (!cancelled.requested()) {
      progress.progressed(trial, ++step, 1, 1000);
      LockSupport.parkNanos(1_000_000);
    }
    return new TrialOutcome.Cancelled(step);
  }

  private static TrialOutcome starved(TrialSpec trial, TrialListener progress) {
    progress.started(trial, STEPS);
    return new TrialOutcome.OutOfMemory(1, "out of memory");
  }

  private TrialOutcome meetStarving(TrialSpec trial, TrialListener progress) {
    if (met.add(trial.id())) {
      meet();
    }
    return starved(trial, progress);
  }

  private TrialOutcome meet(TrialSpec trial, TrialListener progress) {
    meet();
    return scored(trial, progress);
  }

  private void meet() {
    try {
      pair.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("nobody came", e);
    }
  }

  private static TrialOutcome crash(TrialSpec trial, TrialListener progress) {
    scored(trial, progress);
    System.out.println("about to crash");
    Runtime.getRuntime().halt(134);
    throw new IllegalStateException("unreachable");
  }

  private static TrialOutcome crashOnce(TrialSpec trial, TrialListener progress, Path marker) {
    try {
      if (!Files.exists(marker)) {
        Files.createFile(marker);
        crash(trial, progress);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scored(trial, progress);
  }

  /// Prints through Java, and past it as native code does, the last line unfinished.
  private static TrialOutcome print(TrialSpec trial, TrialListener progress) {
    System.out.println("{\"kind\":\"finished\"}");
    PrintStream raw =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    raw.print("[W Context.cpp:1] Warning\n{\"kind\":\"finished\"}\n{}\nnull\n\"\n{\"kind\":");
    return scored(trial, progress);
  }

  private static TrialOutcome diverge(TrialSpec trial, TrialListener progress) {
    progress.started(trial, STEPS);
    progress.progressed(trial, 1, 3, 1000);
    progress.progressed(trial, 2, Double.NaN, 1000);
    return new TrialOutcome.Diverged(2);
  }
}
