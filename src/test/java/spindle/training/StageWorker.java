package spindle.training;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import spindle.design.Precision;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.Metric;
import spindle.training.worker.WorkerMain;

/// The worker process of [StageBench]: trains as any worker, and measures the rate of a large
/// matrix product in its slots, so that both are known of one process.
public final class StageWorker {

  private static final String PEAK = "peak ";

  private StageWorker() {}

  /// Becomes a worker.
  public static void main(String[] args) {
    WorkerMain.run(List.of(args), StageWorker::open);
  }

  /// Returns the name of a trial whose score is the rate of the product, in operations a second.
  static String peak(int slot) {
    return PEAK + slot;
  }

  private static Trainer open(String device, int together) {
    TorchTrainer trainer = TorchTrainer.open(device, together, StageBench.sources());
    return new Trainer() {
      @Override
      public TrialOutcome train(TrialSpec trial, TrialListener progress, Cancellation cancelled) {
        return trial.id().startsWith(PEAK)
            ? measured(trial.settings().precision().orElse(Precision.FLOAT32))
            : trainer.train(trial, progress, cancelled);
      }

      @Override
      public Map<String, String> versions() {
        return trainer.versions();
      }
    };
  }

  private static TrialOutcome measured(Precision precision) {
    return new TrialOutcome.Scored(
        Metric.ACCURACY, Roofline.peak(precision), 0, 0, 0, 0, Duration.ZERO);
  }
}
