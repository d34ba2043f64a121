package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import spindle.backbone.Backbone;
import spindle.backbone.Backbones;
import spindle.backbone.CacheFolders;
import spindle.design.LayerPlan;
import spindle.design.ModuleOptions;
import spindle.design.PeftModule;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.program.TensorProgram;
import spindle.study.LearningRates;
import spindle.study.Seed;
import spindle.study.TrainingSettings;
import spindle.study.TrialSpec;
import spindle.task.Split;
import spindle.task.TaskSource;
import spindle.training.torch.DeviceWeights;
import spindle.training.torch.ScriptModule;
import spindle.training.torch.TorchThread;

/// Takes LoRA steps on the bundled backbone on demand: `src/bench/lora_step.py` runs it against
/// Hugging Face's `peft`, in turn.
///
/// Reads a number of steps a line and answers with wall and processor seconds; the line `roofline`
/// asks for that of all steps after the first such number. Arguments: examples and tokens of a
/// batch, rank, and `BFLOAT16` for frozen projections in that format.
public final class StepBench {

  private StepBench() {}

  /// Answers until standard input ends.
  public static void main(String[] args) throws IOException {
    int examples = Integer.parseInt(args[0]);
    int tokens = Integer.parseInt(args[1]);
    int rank = Integer.parseInt(args[2]);
    Precision precision = Precision.valueOf(args.length > 3 ? args[3] : "FLOAT32");
    TorchThread.prepare();
    try (NDManager manager = Devices.open("cpu");
        Backbone backbone = new Backbones(CacheFolders.ofUser()).open("bundled");
        DeviceWeights weights = new DeviceWeights(manager, backbone.tensors())) {
      System.out.println(backbone.folder());
      TensorProgram program = program(backbone, rank, precision);
      try (ScriptModule module = ScriptModule.load(manager, program.text());
          TrialArrays arrays =
              TrialArrays.of(manager, program.trainables(), trial(), weights::values)) {
        Batch batch = batch(examples, tokens, backbone.config().vocabulary());
        EncoderWork work =
            new EncoderWork(backbone.shape(), plan(backbone, rank), program.firstTrained(), 2);
        List<NDArray> frozen = weights.list(program.frozen(), program.halves());
        serve(
            () -> step(manager, module, arrays, batch, frozen),
            work.lower(batch) + work.upperStep(batch),
            precision);
      }
    }
  }

  private static void serve(Runnable step, long work, Precision precision) throws IOException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double done = 0;
    double busy = 0;
    int answered = 0;
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      if (line.strip().equals("roofline")) {
        System.out.println(Roofline.line(done / busy, Roofline.peak(precision), precision, 1));
        continue;
      }
      int steps = Integer.parseInt(line.strip());
      long wall = System.nanoTime();
      long processor = system.getProcessCpuTime();
      for (int i = 0; i < steps; i++) {
        step.run();
      }
      double seconds = (system.getProcessCpuTime() - processor) / 1e9;
      System.out.println((System.nanoTime() - wall) / 1e9 + " " + seconds);
      if (answered++ > 0) {
        done += (double) steps * work;
        busy += seconds;
      }
    }
  }

  private static void step(
      NDManager manager,
      ScriptModule module,
      TrialArrays arrays,
      Batch batch,
      List<NDArray> frozen) {
    try (NDManager scope = manager.newSubManager()) {
      BatchArrays on = BatchArrays.of(scope, batch, List.of(batch), 0);
      List<NDArray> arguments = new ArrayList<>(on.inputs());
      arguments.addAll(List.of(on.labels(), scope.create(1f), arrays.theta(), arrays.gradient()));
      float loss = module.call("accumulate", arguments, frozen).getFloat();
      if (Float.isNaN(loss)) {
        throw new IllegalStateException("the benchmark diverged");
      }
      List<NDArray> update = new ArrayList<>();
      update.add(scope.create(new Schedule(1000, 0).values(1, 1)));
      update.addAll(arrays.updated());
      TorchThread.withoutGradients(() -> module.call("update", update));
    }
  }

  private static TensorProgram program(Backbone backbone, int rank, Precision precision) {
    Head head = new Head(2, Head.Loss.CLASSIFICATION, Optional.empty(), "head.out");
    return TensorProgram.compile(
        backbone.config(),
        new Tuning.Modules(plan(backbone, rank), Tuning.Outside.FROZEN),
        head,
        backbone.shapes(),
        precision);
  }

  private static LayerPlan plan(Backbone backbone, int rank) {
    List<PeftModule> modules = List.of(new PeftModule.Lora(rank, ModuleOptions.DEFAULT.lora()));
    return new LayerPlan(Collections.nCopies(backbone.shape().layers(), modules));
  }

  private static Batch batch(int examples, int tokens, int vocabulary) {
    SplittableRandom random = new SplittableRandom(1);
    List<EncodedExample> batch = new ArrayList<>();
    for (int i = 0; i < examples; i++) {
      int[] ids = random.ints(tokens, 1000, vocabulary).toArray();
      batch.add(new EncodedExample(ids, new int[tokens], i % 2));
    }
    return new Batch(batch);
  }

  private static TrialSpec trial() {
    LearningRates rates = new LearningRates(1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3);
    return new TrialSpec(
        "bench",
        "bundled",
        new Tuning.Full(),
        new TaskSource.Glue("SST-2", Path.of(".")),
        new TrainingSettings(1, 1, 1, 1, 128, rates, 0, 0.01, 1),
        new Seed(1),
        new Seed(1),
        Split.CONFIRMATION);
  }
}
