package spindle.training.worker;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// A program that trains one endless trial; it prints the id of the worker's process once the trial
/// runs, and the outcome.
final class FakeSupervisorMain {

  private FakeSupervisorMain() {}

  static void main(String[] args) throws InterruptedException {
    LocalTrialRunner runner = Trials.runner(List.of(new DeviceSlots("cpu", 1)));
    AtomicBoolean said = new AtomicBoolean(); // the first report may cover several steps
    runner.submit(
        Trials.trial("a", "endless"),
        new TrialListener() {
          @Override
          public void progressed(TrialSpec trial, int step, double loss, double speed) {
            if (!said.getAndSet(true)) {
              System.out.println("pid " + runner.workers().getFirst().process().orElseThrow());
            }
          }

          @Override
          public void finished(TrialSpec trial, TrialOutcome outcome) {
            System.out.println("outcome " + outcome.getClass().getSimpleName());
          }
        });
    new CountDownLatch(1).await();
  }
}
