package spindle.training;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import spindle.backbone.Backbone;
import spindle.study.Seed;
import spindle.study.TrialSpec;
import spindle.task.Example;
import spindle.task.Split;
import spindle.task.Target;
import spindle.task.TaskData;
import spindle.task.TaskSource;
import spindle.task.Tasks;
import spindle.training.torch.DeviceWeights;

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
          return new Shelf(backbone, new DeviceWeights(manager, backbone.tensors()));
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
    if (data.task().target() instanceof Target.Text) {
      throw Corpus.noHead(data.task());
    }
    List<Example> training =
        subset(data.training(), trial.settings().examples(), trial, "examples");
    List<Example> split = data.of(trial.scoredOn());
    List<Example> scored =
        trial.settings().scored().map(most -> subset(split, most, trial, "scored")).orElse(split);
    int limit = Math.min(trial.settings().maxTokens(), shelf.backbone().config().maxTokens());
    int types = Math.max(shelf.backbone().config().tokenTypes(), 1);
    try (TextEncoder encoder = TextEncoder.open(tokenizer(shelf.backbone()), types, limit)) {
      return Corpus.of(data.task(), encoder.encode(training), encoder.encode(scored));
    }
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
