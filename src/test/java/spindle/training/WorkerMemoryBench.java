package spindle.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.design.AdapterPlacement;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.Tuning;
import spindle.study.TrialOutcome;
import spindle.training.worker.DeviceSlots;
import spindle.training.worker.LocalTrialRunner;
import spindle.training.worker.WorkerProgram;
import spindle.training.worker.WorkerSettings;

/// Resident memory of a worker over many trials, each of another structure, so that each loads a
/// program of its own. `mvn -Pbench` runs it; with `-Dbench.trials=1000` it allows a growth of 3 %.
@Tag("bench")
final class WorkerMemoryBench {

  private static final int FEW = 50;
  private static final int MANY = Integer.getInteger("bench.trials", 200);

  @TempDir Path folder;

  @Test
  void aWorkersMemoryStaysFlat() throws Exception {
    TinyStudy study = new TinyStudy(folder);
    WorkerProgram program = new WorkerProgram("spindle.app.NativeMain", List.of("worker"));
    try (LocalTrialRunner runner =
        new LocalTrialRunner(program, List.of(new DeviceSlots("cpu", 2)), WorkerSettings.usual())) {
      train(runner, study, 0, FEW);
      long early = resident(runner);
      train(runner, study, FEW, MANY);
      long late = resident(runner);
      System.out.printf(
          "resident memory after %d trials %d MB, after %d trials %d MB, ratio %.3f%n",
          FEW, early >> 20, MANY, late >> 20, (double) late / early);
      assertTrue(late < early * (MANY < 1000 ? 1.1 : 1.03), early + " to " + late);
    }
  }

  private static void train(LocalTrialRunner runner, TinyStudy study, int from, int to)
      throws InterruptedException {
    CountDownLatch open = new CountDownLatch(to - from);
    AtomicInteger failed = new AtomicInteger();
    for (int i = from; i < to; i++) {
      runner.submit(
          study.trial("trial " + i, design(i)),
          (trial, outcome) -> {
            if (!(outcome instanceof TrialOutcome.Scored)) {
              failed.incrementAndGet();
            }
            open.countDown();
          });
    }
    open.await();
    assertTrue(failed.get() == 0, failed + " trials failed");
  }

  private static Tuning design(int trial) {
    PeftModule adapter = new PeftModule.Adapter(1 + trial % 7, AdapterPlacement.PFEIFFER);
    PeftModule prefix = new PeftModule.Prefix(1 + trial % 5, new PrefixForm.Flat());
    PeftModule lora =
        new PeftModule.Lora(
            1 + trial % 3, java.util.EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE));
    return TinyStudy.everyLayer(
        trial % 2 == 0 ? List.of(adapter, lora) : List.of(prefix, new PeftModule.BitFit()));
  }

  /// Waits for a heartbeat that was sent after the last trial.
  private static long resident(LocalTrialRunner runner) throws InterruptedException {
    Thread.sleep(WorkerSettings.usual().heartbeat().multipliedBy(2));
    return runner.workers().getFirst().residentBytes();
  }
}
