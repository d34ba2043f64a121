package spindle.training;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import spindle.backbone.Backbone;
import spindle.backbone.Decoding;
import spindle.design.Family;
import spindle.study.Seed;
import spindle.study.TrialSpec;
import spindle.task.Example;
import spindle.task.Split;
import spindle.task.Target;
import spindle.task.Task;
import spindle.task.TaskData;
import spindle.task.TaskSource;
import spindle.task.Tasks;
import spindle.task.TextTask;
import spindle.training.torch.DeviceWeights;
import spindle.weights.NamedTensor;

/// What the trials of a worker share: backbones on the device, tasks, encoded texts, states of
/// frozen layers. Each is read once. Safe for several threads.
final class Library implements AutoCloseable {

  private final NDManager manager;
  private final Sources sources;
  private final StateCache states;
  private final Map<String, Shelf> shelves = new HashMap<>();
  private final Map<TaskKey, TaskData> tasks = new HashMap<>();
  private final Map<CorpusKey, Corpus> corpora = new HashMap<>();

  Library(NDManager manager, Sources sources, StateCache states) {
    this.manager = manager;
    this.sources = sources;
    this.states = states;
  }

  /// A backbone and its weights on the device.
  record Shelf(Backbone backbone, DeviceWeights weights) {}

  private record TaskKey(TaskSource source, Seed seed) {}

  private record CorpusKey(
      String backbone,
      TaskKey task,
      int examples,
      int maxTokens,
      Split scoredOn,
      Optional<Integer> scored) {}

  /// Returns a backbone, opened when first asked for.
  synchronized Shelf shelf(String name) {
    return shelves.computeIfAbsent(
        name,
        key -> {
          Backbone backbone = sources.backbone(key);
          Map<String, NamedTensor> all = new HashMap<>(backbone.tensors());
          all.putAll(backbone.headTensors());
          return new Shelf(backbone, new DeviceWeights(manager, all));
        });
  }

  /// Returns the states of frozen layers.
  StateCache states() {
    return states;
  }

  /// Returns the encoded texts of a trial.
  ///
  /// @throws TrainingException if the backbone has no tokenizer
  synchronized Corpus corpus(Shelf shelf, TrialSpec trial) {
    Seed splits = trial.dataSeed().with("use", "splits");
    CorpusKey key =
        new CorpusKey(
            trial.backbone(),
            new TaskKey(trial.task(), splits),
            trial.settings().examples(),
            trial.settings().maxTokens(),
            trial.scoredOn(),
            trial.settings().scored());
    return corpora.computeIfAbsent(key, _ -> encode(shelf, trial, splits));
  }

  private Corpus encode(Shelf shelf, TrialSpec trial, Seed splits) {
    TaskData data =
        tasks.computeIfAbsent(
            new TaskKey(trial.task(), splits), key -> sources.task(key.source(), key.seed()));
    List<Example> training =
        subset(data.training(), trial.settings().examples(), trial, "examples");
    List<Example> split = data.of(trial.scoredOn());
    List<Example> scored =
        trial.settings().scored().map(most -> subset(split, most, trial, "scored")).orElse(split);
    int limit = Math.min(trial.settings().maxTokens(), shelf.backbone().config().maxTokens());
    int types = Math.max(shelf.backbone().config().tokenTypes(), 1);
    Path tokenizer = tokenizer(shelf.backbone());
    try (TextEncoder encoder = TextEncoder.open(tokenizer, types, limit)) {
      if (!writes(shelf.backbone().shape().family(), data.task())) {
        return Corpus.of(data.task(), encoder.encode(training), encoder.encode(scored));
      }
      TextTask texts = TextTask.of(data.task());
      Corpus.Writing writing =
          new Corpus.Writing(texts, scored, tokenizer, decoding(shelf, data.task(), limit));
      int end = shelf.backbone().config().endId();
      return Corpus.written(
          writing,
          encoder.encodeWriting(training, texts, end),
          encoder.encodeWriting(scored, texts, end));
    }
  }

  /// Says whether a backbone writes the answers of a task. T5 writes those of every task, as it was
  /// pretrained to.
  ///
  /// @throws TrainingException if it would have to and cannot
  private static boolean writes(Family family, Task task) {
    boolean text = task.target() instanceof Target.Text;
    return switch (family) {
      case T5 -> true;
      case BART -> text;
      case BERT, ROBERTA -> {
        if (text) {
          throw Corpus.noHead(task);
        }
        yield false;
      }
    };
  }

  /// Returns how answers are searched: classes and scores by their likeliest tokens, texts as the
  /// backbone's folder says.
  private static Decoding decoding(Shelf shelf, Task task, int limit) {
    return switch (task.target()) {
      case Target.Classes _, Target.Score _ -> Decoding.greedy(limit);
      case Target.Text _ -> Decoding.read(shelf.backbone().folder()).withMaxTokens(limit);
    };
  }

  /// Draws examples by the trial's data seed.
  private static List<Example> subset(
      List<Example> all, int most, TrialSpec trial, String purpose) {
    RandomGenerator draw = trial.dataSeed().with(purpose, trial.task().name()).generator();
    return Tasks.subset(all, most, draw);
  }

  private static Path tokenizer(Backbone backbone) {
    return backbone
        .tokenizer()
        .orElseThrow(() ->
            new TrainingException(
                backbone.folder()
                    + " has no tokenizer.json: save the tokenizer there with Hugging Face's"
                    + " save_pretrained"));
  }

  @Override
  public synchronized void close() {
    states.close();
    shelves
        .values()
        .forEach(shelf -> {
          shelf.weights().close();
          shelf.backbone().close();
        });
    shelves.clear();
  }
}
