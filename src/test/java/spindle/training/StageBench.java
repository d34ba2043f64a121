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
/// 4 5`, a precision and the numbers of some trials, and answers with wall and processor seconds,
/// their scores, and what a roofline needs. Arguments: folder of GLUE, designs, training examples,
/// epochs, scored examples, examples a step.
public final class StageBench {

  private static final int SLOTS = 2;
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
  ///
  /// @param work floating-point operations of the matrix products of the trials
  /// @param peak operations a second of a large product in all slots of the worker, measured next
  record Answer(double wall, double processor, List<Double> scores, double work, double peak) {}

  /// Answers until standard input ends.
  public static void main(String[] args) throws IOException, InterruptedException {
    Material material = material(args);
    System.out.println(Json.line(material));
    WorkerProgram program = new WorkerProgram("spindle.training.StageWorker", List.of());
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Backbone backbone = new Backbones(CacheFolders.ofUser()).open("bundled");
        LocalTrialRunner runner =
            new LocalTrialRunner(
                program, List.of(new DeviceSlots("cpu", SLOTS)), WorkerSettings.usual())) {
      StageWork work =
          new StageWork(backbone, HEAD, examples(material.training()), examples(material.scored()));
      TrialSpec warm = as(material.trials().getFirst(), "warm", Precision.FLOAT32);
      train(runner, List.of(warm));
      work.of(warm); // the states that it left
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        String[] order = line.strip().split(" ");
        List<TrialSpec> trials =
            Arrays.stream(order)
                .skip(1)
                .map(number -> material.trials().get(Integer.parseInt(number)))
                .map(trial -> as(trial, trial.id() + " " + order[0], Precision.valueOf(order[0])))
                .toList();
        System.out.println(Json.line(answer(runner, trials, work)));
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
            new Library(manager, sources(), new StateCache(manager, StateCache.Limits.usual()))) {
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

  private static List<EncodedExample> examples(List<Text> texts) {
    return texts.stream()
        .map(text ->
            new EncodedExample(
                text.ids().stream().mapToInt(id -> id).toArray(),
                new int[text.ids().size()],
                text.label()))
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

  private static Answer answer(LocalTrialRunner runner, List<TrialSpec> trials, StageWork work)
      throws InterruptedException {
    Duration before = processor(runner);
    long began = System.nanoTime();
    Map<String, Double> scores = train(runner, trials);
    double wall = (System.nanoTime() - began) / 1e9;
    double busy = processor(runner).minus(before).toMillis() / 1e3;
    Precision precision = trials.getFirst().settings().precision().orElseThrow();
    List<TrialSpec> peaks =
        IntStream.range(0, SLOTS)
            .mapToObj(slot -> as(trials.getFirst(), StageWorker.peak(slot), precision))
            .toList();
    double peak = train(runner, peaks).values().stream().mapToDouble(rate -> rate).sum();
    return new Answer(
        wall,
        busy,
        trials.stream().map(t -> scores.getOrDefault(t.id(), Double.NaN)).toList(),
        trials.stream().mapToDouble(work::of).sum(),
        peak);
  }

  /// Trains some trials and returns their scores by their names.
  private static Map<String, Double> train(LocalTrialRunner runner, List<TrialSpec> trials)
      throws InterruptedException {
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
    return scores;
  }

  /// Returns the processor time of the worker so far.
  private static Duration processor(LocalTrialRunner runner) {
    return runner.workers().stream()
        .flatMap(worker -> worker.process().stream().boxed())
        .flatMap(process -> ProcessHandle.of(process).stream())
        .flatMap(handle -> handle.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /// Returns where backbones and tasks are read from.
  static Sources sources() {
    Backbones backbones = new Backbones(CacheFolders.ofUser());
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
