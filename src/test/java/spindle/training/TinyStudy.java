package spindle.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import spindle.backbone.Backbone;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.Tuning;
import spindle.study.LearningRates;
import spindle.study.Seed;
import spindle.study.TrainingSettings;
import spindle.study.TrialSpec;
import spindle.task.FileFormat;
import spindle.task.Split;
import spindle.task.TaskData;
import spindle.task.TaskSource;
import spindle.task.Tasks;

/// A backbone of 6 layers and 32 wide, with a vocabulary of twenty words, and a task on it: small
/// enough for tests that train.
public final class TinyStudy {

  static final Tuning EVERYTHING =
      everyLayer(
          List.of(
              new PeftModule.Adapter(3, AdapterPlacement.PFEIFFER),
              new PeftModule.Prefix(2, new PrefixForm.Flat()),
              new PeftModule.BitFit(),
              new PeftModule.Lora(2, EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE))));

  private final Path folder;

  /// Makes the backbone's folder and the task's files below a folder.
  public TinyStudy(Path folder) throws IOException {
    this.folder = folder;
    copy("/spindle/parity/bert/backbone/config.json", "config.json");
    copy("/spindle/parity/bert/backbone/model.safetensors", "model.safetensors");
    copy("/spindle/training/tiny/tokenizer.json", "tokenizer.json");
    Files.writeString(folder.resolve("train.csv"), sentences(120, 1));
    Files.writeString(folder.resolve("dev.csv"), sentences(40, 2));
  }

  static Tuning everyLayer(List<PeftModule> modules) {
    return from(0, modules);
  }

  /// Returns a design with modules in all layers from one on.
  static Tuning from(int first, List<PeftModule> modules) {
    List<List<PeftModule>> layers = new ArrayList<>(Collections.nCopies(first, List.of()));
    layers.addAll(Collections.nCopies(6 - first, modules));
    return new Tuning.Modules(new LayerPlan(layers), Tuning.Outside.FROZEN);
  }

  /// Returns the folder of the backbone.
  public Path backbone() {
    return folder;
  }

  /// Returns the task.
  public TaskSource task() {
    return labelled("films", folder.resolve("train.csv"), folder.resolve("dev.csv"));
  }

  /// Returns a task whose labels are scores, with texts of its own for each seed.
  TaskSource ratings(long seed) throws IOException {
    return labelled("ratings", rated(120, 2 * seed), rated(40, 2 * seed + 1));
  }

  private Path rated(int count, long seed) throws IOException {
    String rows = sentences(count, seed).replace(",yes\n", ",4.5\n").replace(",no\n", ",1.5\n");
    return Files.writeString(folder.resolve("ratings-" + seed + ".csv"), rows);
  }

  private static TaskSource labelled(String name, Path train, Path dev) {
    return new TaskSource.Labelled(
        name, train, dev, FileFormat.COMMA, "text", Optional.empty(), "label");
  }

  TrialSpec trial(String id, Tuning tuning) {
    return trial(id, tuning, 1e-2);
  }

  TrialSpec trial(String id, Tuning tuning, double rate) {
    LearningRates rates = new LearningRates(rate, rate, rate, rate, rate, rate);
    TrainingSettings settings = new TrainingSettings(96, 2, 16, 16, 32, rates, 0.1, 0.01, 1);
    return new TrialSpec(
        id,
        folder.toString(),
        tuning,
        task(),
        settings,
        new Seed(7),
        new Seed(1),
        Split.CONFIRMATION);
  }

  static TrialSpec withSettings(TrialSpec trial, TrainingSettings settings) {
    return changed(trial, trial.task(), settings, trial.seed());
  }

  static TrialSpec withMicroBatch(TrialSpec trial, int size) {
    return withSettings(trial, trial.settings().withMicroBatch(size));
  }

  static TrialSpec withSeed(TrialSpec trial, Seed seed) {
    return changed(trial, trial.task(), trial.settings(), seed);
  }

  static TrialSpec withTask(TrialSpec trial, TaskSource task) {
    return changed(trial, task, trial.settings(), trial.seed());
  }

  private static TrialSpec changed(
      TrialSpec trial, TaskSource task, TrainingSettings settings, Seed seed) {
    return new TrialSpec(
        trial.id(),
        trial.backbone(),
        trial.tuning(),
        task,
        settings,
        seed,
        trial.dataSeed(),
        trial.scoredOn());
  }

  /// Returns a trainer's sources: any folder as a backbone, any task.
  static Sources sources() {
    return new Sources() {
      @Override
      public Backbone backbone(String name) {
        return Backbone.open(name, Path.of(name));
      }

      @Override
      public TaskData task(TaskSource source, Seed seed) {
        return Tasks.read(source, seed.generator());
      }
    };
  }

  /// A film is good if exactly one of praise and "not" is there.
  private static String sentences(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder("text,label\n");
    List<String> praise = List.of("good", "fine", "great");
    List<String> blame = List.of("bad", "poor", "awful");
    for (int i = 0; i < count; i++) {
      boolean good = random.nextBoolean();
      boolean negated = random.nextBoolean();
      String word = (good ? praise : blame).get(random.nextInt(3));
      String very = random.nextBoolean() ? "very " : "";
      String rest = " film " + i;
      text.append(random.nextBoolean() ? "the " : "this ")
          .append(random.nextBoolean() ? "plot is " : "film was ")
          .append(negated ? "not " : "")
          .append(very)
          .append(word)
          .append(rest)
          .append(good != negated ? ",yes\n" : ",no\n");
    }
    return text.toString();
  }

  private void copy(String resource, String name) throws IOException {
    try (InputStream in = TinyStudy.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no resource " + resource);
      }
      Files.copy(in, folder.resolve(name));
    }
  }
}
