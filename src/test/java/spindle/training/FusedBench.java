package spindle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import spindle.backbone.Backbone;
import spindle.backbone.Backbones;
import spindle.backbone.CacheFolders;
import spindle.design.LayerPlan;
import spindle.design.ModuleOptions;
import spindle.design.PeftModule;
import spindle.design.Precision;
import spindle.design.Tuning;
import spindle.peft.Head;
import spindle.program.FusedProgram;
import spindle.program.ScriptArchive;
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
import spindle.weights.NamedTensor;
import spindle.weights.SafetensorsWriter;

/// Times a LoRA step of K = 1, 2, 4, 8, 16 trials in one call against K steps of one, on a device;
/// or writes both programs for `src/bench/fused_step.py`, which runs them in Python.
///
/// Arguments: a device such as `cpu` or `gpu:0`, or `write:FOLDER`; folder of a BERT or `bundled`;
/// examples and tokens of a batch; rank; rounds.
public final class FusedBench implements AutoCloseable {

  private static final List<Integer> COUNTS = List.of(1, 2, 4, 8, 16);

  private final Backbone backbone;
  private final NDManager manager;
  private final DeviceWeights weights;
  private final Batch batch;
  private final int rank;

  private FusedBench(String device, String folder, int examples, int tokens, int rank) {
    TorchThread.prepare();
    this.rank = rank;
    backbone =
        folder.equals("bundled")
            ? new Backbones(CacheFolders.ofUser()).open(folder)
            : Backbone.open("bench", Path.of(folder));
    manager = Devices.open(device);
    weights = new DeviceWeights(manager, backbone.tensors());
    SplittableRandom random = new SplittableRandom(1);
    int vocabulary = backbone.config().vocabulary();
    batch =
        new Batch(
            IntStream.range(0, examples)
                .mapToObj(i ->
                    new EncodedExample(
                        random.ints(tokens, 3, vocabulary).toArray(), new int[tokens], i % 2))
                .toList());
  }

  /// Measures, or writes.
  public static void main(String[] args) throws IOException {
    String device = args[0].startsWith("write:") ? "cpu" : args[0];
    int examples = Integer.parseInt(args[2]);
    int tokens = Integer.parseInt(args[3]);
    try (FusedBench bench =
        new FusedBench(device, args[1], examples, tokens, Integer.parseInt(args[4]))) {
      if (args[0].startsWith("write:")) {
        bench.write(Path.of(args[0].substring("write:".length())));
      } else {
        COUNTS.forEach(count -> bench.compare(count, Integer.parseInt(args[5])));
      }
    }
  }

  private TensorProgram program(Kind kind) {
    Map<String, List<Long>> shapes = backbone.shapes();
    Head head = new Head(2, Head.Loss.CLASSIFICATION, Optional.empty(), "head.out");
    PeftModule lora = new PeftModule.Lora(rank, ModuleOptions.DEFAULT.lora());
    Tuning tuning =
        new Tuning.Modules(
            new LayerPlan(Collections.nCopies(backbone.shape().layers(), List.of(lora))),
            Tuning.Outside.FROZEN);
    return switch (kind) {
      case ONE -> TensorProgram.compile(backbone.config(), tuning, head, shapes, Precision.FLOAT32);
      case FUSED ->
          FusedProgram.compile(backbone.config(), tuning, head, shapes, Precision.FLOAT32);
    };
  }

  private enum Kind {
    ONE,
    FUSED
  }

  /// Prints the least seconds of a step of some trials in one call and of as many single steps.
  private void compare(int count, int rounds) {
    double fused = Double.MAX_VALUE;
    double single = Double.MAX_VALUE;
    try (Steps together = new Steps(Kind.FUSED, count);
        Steps one = new Steps(Kind.ONE, 1)) {
      for (int round = 0; round <= rounds; round++) {
        double first = seconds(together::take, 1);
        double second = seconds(one::take, count);
        if (round > 0) { // the first one warms up
          fused = Math.min(fused, first);
          single = Math.min(single, second);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "K %2d on %s: %.4f s in one call, %.4f s one after another, gain %.2f, %.1f trial steps a"
            + " second; %.0f %% of the calls avoided%n",
        count,
        manager.getDevice(),
        fused,
        single,
        single / fused,
        count / fused,
        100.0 * (count - 1) / count);
  }

  private static double seconds(Runnable step, int times) {
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      step.run();
    }
    return (System.nanoTime() - began) / 1e9;
  }

  /// A program that takes steps.
  private final class Steps implements AutoCloseable {

    private final NDManager own = manager.newSubManager();
    private final ScriptModule module;
    private final TrialArrays stacked;
    private final TrialArrays arrays;
    private final Passes passes;
    private final Kind kind;
    private final int count;

    Steps(Kind kind, int count) {
      this.kind = kind;
      this.count = count;
      TensorProgram program = program(kind);
      module = ScriptModule.load(own, program.text());
      List<TrialSpec> trials = IntStream.range(0, count).mapToObj(FusedBench::trial).toList();
      stacked = TrialArrays.stacked(own, program.trainables(), trials, weights::values);
      arrays = TrialArrays.of(own, program.trainables(), trials.getFirst(), weights::values);
      NDArray theta =
          switch (kind) {
            case ONE -> arrays.theta();
            case FUSED -> stacked.theta();
          };
      passes =
          new Passes(
              module, weights.list(program.frozen(), program.halves()), theta, backbone.config());
    }

    void take() {
      try (NDManager scope = own.newSubManager()) {
        List<NDArray> update = new ArrayList<>();
        update.add(scope.create(new Schedule(1000, 0).values(1, 1)));
        switch (kind) {
          case ONE -> {
            passes.accumulate(scope, batch, arrays.gradient(), 1, Optional.empty()).getFloat();
            update.addAll(arrays.updated());
          }
          case FUSED -> {
            var parts = Collections.nCopies(count, batch.examples());
            var side = new SideBySide(parts, Collections.nCopies(count, batch.size()));
            passes.accumulate(scope, side, stacked.gradient(), Optional.empty()).toFloatArray();
            update.addAll(stacked.updated());
          }
        }
        TorchThread.withoutGradients(() -> module.call("update", update));
      }
    }

    @Override
    public void close() {
      arrays.close();
      stacked.close();
      module.close();
      own.close();
    }
  }

  /// Writes `one.pt`, `fused.pt` and `start.safetensors`: the list `w` as `w.0` and so on, a
  /// trial's `theta`, and the `ids` and `labels` of the batch.
  private void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("one.pt"), ScriptArchive.of(program(Kind.ONE).text()));
    TensorProgram program = program(Kind.FUSED);
    Files.write(folder.resolve("fused.pt"), ScriptArchive.of(program.text()));
    List<NamedTensor> tensors = new ArrayList<>();
    for (int i = 0; i < program.frozen().size(); i++) {
      tensors.add(backbone.tensor(program.frozen().get(i)).withName("w." + i));
    }
    try (TrialArrays arrays =
        TrialArrays.of(manager, program.trainables(), trial(0), weights::values)) {
      float[] theta = arrays.theta().toFloatArray();
      tensors.add(NamedTensor.of("theta", List.of((long) theta.length), theta));
    }
    long[] ids = batch.ids(0);
    float[] numbers = new float[ids.length];
    for (int i = 0; i < ids.length; i++) {
      numbers[i] = ids[i]; // below 2^24, so exact
    }
    List<Long> shape = List.of((long) batch.size(), (long) batch.longest());
    tensors.add(NamedTensor.of("ids", shape, numbers));
    tensors.add(NamedTensor.of("labels", List.of((long) batch.size()), batch.labels()));
    SafetensorsWriter.write(folder.resolve("start.safetensors"), tensors);
    System.out.println(backbone.folder());
  }

  private static TrialSpec trial(int number) {
    return new TrialSpec(
        "bench " + number,
        "bundled",
        new Tuning.Full(),
        new TaskSource.Glue("SST-2", Path.of(".")),
        new TrainingSettings(1, 1, 1, 1, 128, LearningRates.USUAL, 0, 0.01, 1),
        new Seed(1 + number),
        new Seed(1),
        Split.CONFIRMATION);
  }

  @Override
  public void close() {
    weights.close();
    manager.close();
    backbone.close();
  }
}
