package spindle.training;

import ai.djl.ndarray.NDManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import spindle.backbone.Backbone;
import spindle.backbone.Backbones;
import spindle.backbone.CacheFolders;
import spindle.design.Precision;
import spindle.json.Json;
import spindle.peft.Head;
import spindle.peft.TrainableTensor;
import spindle.study.Seed;
import spindle.study.TrainingSettings;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;
import spindle.task.TaskData;
import spindle.task.TaskSource;
import spindle.task.Tasks;
import spindle.training.worker.DeviceSlots;
import spindle.training.worker.LocalTrialRunner;
import spindle.training.worker.WorkerProgram;
import spindle.training.worker.WorkerSettings;

/// Trains designs of a grouping stage on demand, two at a time in a worker process:
/// `src/bench/grouping_stage.py` runs it against Hugging Face's libraries, in turn.
///
/// Writes the trials and the token ids of their examples first; then reads a line such as `FLOAT32
/// 4 5`, a precision and the numbers of some trials, and answers with wall and processor seconds
/// and their scores. Arguments: folder of GLUE, designs, training examples, epochs, scored
/// examples, examples a step.
public final class StageBench {

  private static final Head HEAD =
      new Head(2, Head.Loss.CLASSIFICATION, Optional.empty(), "head.out");

  private StageBench() {}

  /// What both sides train.
  ///
  /// @param folder of the backbone
  /// @param heads the weights `(2, D)` with which the head of each trial begins: after so few steps
  ///   a score depends on them more than on the design
  record Material(
      Path folder,
      List<TrialSpec> trials,
      List<List<Double>> heads,
      List<Text> training,
      List<Text> scored) {}

  /// A text as both sides read it.
  record Text(List<Integer> ids, double label) {}

  /// An answer.
  record Answer(double wall, double processor, List<Double> scores) {}

  /// Answers until standard input ends.
  public static void main(String[] args) throws IOException, InterruptedException {
    Material material = material(args);
    System.out.println(Json.line(material));
    WorkerProgram program = new WorkerProgram("spindle.app.NativeMain", List.of("worker"));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (LocalTrialRunner runner =
        new LocalTrialRunner(program, List.of(new DeviceSlots("cpu", 2)), WorkerSettings.usual())) {
      TrialSpec first = material.trials().getFirst();
      train(runner, List.of(as(first, "warm", Precision.FLOAT32)));
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        String[] order = line.strip().split(" ");
        List<TrialSpec> trials =
            Arrays.stream(order)
                .skip(1)
                .map(number -> material.trials().get(Integer.parseInt(number)))
                .map(trial -> as(trial, trial.id() + " " + order[0], Precision.valueOf(order[0])))
                .toList();
        System.out.println(Json.line(train(runner, trials)));
      }
    }
  }

  private static Material material(String[] args) {
    TrainingSettings settings =
        StageDesigns.settings(
                Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[5]))
            .withScored(Optional.of(Integer.parseInt(args[4])));
    Backbones backbones = new Backbones(CacheFolders.ofUser());
    try (Backbone backbone = backbones.open("bundled");
        NDManager manager = Devices.open("cpu");
        Library library =
            new Library(
                manager, sources(backbones), new StateCache(manager, StateCache.Limits.usual()))) {
      List<TrialSpec> trials =
          new StageDesigns(backbone, Path.of(args[0]), settings, Integer.parseInt(args[1]))
              .trials();
      Corpus corpus = library.corpus(library.shelf("bundled"), trials.getFirst());
      return new Material(
          backbone.folder(),
          trials,
          trials.stream().map(trial -> head(trial, backbone)).toList(),
          texts(corpus.training()),
          texts(corpus.scored()));
    }
  }

  private static List<Double> head(TrialSpec trial, Backbone backbone) {
    TrainableTensor weight = HEAD.tensors(backbone.shape()).getFirst();
    float[] values =
        TensorStart.initial(
            weight, trial.seed().with("use", "initial"), _ -> FloatBuffer.allocate(0));
    return IntStream.range(0, values.length).mapToObj(i -> (double) values[i]).toList();
  }

  private static List<Text> texts(List<EncodedExample> examples) {
    return examples.stream()
        .map(example ->
            new Text(
                IntStream.range(0, example.length()).map(example::id).boxed().toList(),
                example.label()))
        .toList();
  }

  private static TrialSpec as(TrialSpec trial, String id, Precision precision) {
    return new TrialSpec(
        id,
        trial.backbone(),
        trial.tuning(),
        trial.task(),
        trial.settings().withPrecision(precision),
        trial.seed(),
        trial.dataSeed(),
        trial.scoredOn());
  }

  private static Answer train(LocalTrialRunner runner, List<TrialSpec> trials)
      throws InterruptedException {
    Duration before = processor(runner);
    long began = System.nanoTime();
    CountDownLatch open = new CountDownLatch(trials.size());
    Map<String, Double> scores = new ConcurrentHashMap<>();
    for (TrialSpec trial : trials) {
      runner.submit(
          trial,
          (ended, outcome) -> {
            if (outcome instanceof TrialOutcome.Scored scored) {
              scores.put(ended.id(), scored.score());
            } else {
              System.err.println(ended.id() + ": " + outcome);
            }
            open.countDown();
          });
    }
    open.await();
    double wall = (System.nanoTime() - began) / 1e9;
    double busy = processor(runner).minus(before).toMillis() / 1e3;
    return new Answer(
        wall, busy, trials.stream().map(t -> scores.getOrDefault(t.id(), Double.NaN)).toList());
  }

  /// Returns the processor time of the worker so far.
  private static Duration processor(LocalTrialRunner runner) {
    return runner.workers().stream()
        .flatMap(worker -> worker.process().stream().boxed())
        .flatMap(process -> ProcessHandle.of(process).stream())
        .flatMap(handle -> handle.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Sources sources(Backbones backbones) {
    return new Sources() {
      @Override
      public Backbone backbone(String name) {
        return backbones.open(name);
      }

      @Override
      public TaskData task(TaskSource source, Seed seed) {
        return Tasks.read(source, seed.generator());
      }
    };
  }
}
