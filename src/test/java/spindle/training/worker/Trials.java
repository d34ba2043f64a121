package spindle.training.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.Precision;
import spindle.design.PrefixForm;
import spindle.design.Tuning;
import spindle.study.LearningRates;
import spindle.study.Seed;
import spindle.study.TrainingSettings;
import spindle.study.TrialSpec;
import spindle.task.FileFormat;
import spindle.task.Split;
import spindle.task.TaskSource;

/// Trials and runners for these tests.
final class Trials {

  private Trials() {}

  /// Returns a trial with something of every kind in it.
  ///
  /// @param behaviour what [FakeTrainer] is to do
  static TrialSpec trial(String id, String behaviour) {
    PeftModule adapter = new PeftModule.Adapter(8, AdapterPlacement.PFEIFFER);
    PeftModule prefix = new PeftModule.Prefix(3, new PrefixForm.Flat());
    PeftModule lora = new PeftModule.Lora(4, EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE));
    LayerPlan plan =
        new LayerPlan(
            List.of(List.of(adapter, prefix), List.of(), List.of(lora, new PeftModule.BitFit())));
    return new TrialSpec(
        id,
        behaviour,
        new Tuning.Modules(plan, Tuning.Outside.FROZEN),
        new TaskSource.Labelled(
            "häßlich \"quoted\"\n",
            Path.of("train.tsv"),
            Path.of("dev.tsv"),
            FileFormat.TAB,
            "1",
            Optional.empty(),
            "2"),
        new TrainingSettings(
            100, 3, 32, 8, 64, new LearningRates(1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-5), 0.1, 0.01, 1),
        new Seed(id.hashCode()),
        new Seed(-1),
        Split.SELECTION);
  }

  /// Returns a trial in another number format.
  static TrialSpec in(TrialSpec trial, Precision precision) {
    return new TrialSpec(
        trial.id(),
        trial.backbone(),
        trial.tuning(),
        trial.task(),
        trial.settings().withPrecision(precision),
        trial.seed(),
        trial.dataSeed(),
        trial.scoredOn());
  }

  static LocalTrialRunner runner(List<DeviceSlots> devices) {
    return runner(devices, settings(Integer.MAX_VALUE));
  }

  static LocalTrialRunner runner(List<DeviceSlots> devices, WorkerSettings settings) {
    WorkerProgram program = new WorkerProgram(FakeWorkerMain.class.getName(), List.of());
    return new LocalTrialRunner(program, devices, settings);
  }

  /// Returns settings with a quick heartbeat, three runs and waits for a busy machine.
  static WorkerSettings settings(int trialsPerWorker) {
    return settings(Duration.ofSeconds(60), trialsPerWorker);
  }

  static WorkerSettings settings(Duration silence, int trialsPerWorker) {
    return new WorkerSettings(
        Duration.ofMillis(100),
        silence,
        Duration.ofMinutes(2),
        Duration.ofSeconds(10),
        3,
        trialsPerWorker,
        64);
  }
}
