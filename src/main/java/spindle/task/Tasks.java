package spindle.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Reads tasks and draws from their examples. What it returns depends on its arguments only.
public final class Tasks {

  private Tasks() {}

  /// Reads a task: its training file, of which a part is held out for selection, and its
  /// development file for confirmation.
  ///
  /// A fifth of the training file is held out, at most 1,000 examples and 500 of a practice task.
  /// No text is in both parts.
  ///
  /// @param holdOut chooses the held-out examples
  /// @throws TaskException if there is no such task or a file of it cannot be used
  public static TaskData read(TaskSource source, RandomGenerator holdOut) {
    return switch (source) {
      case TaskSource.Practice(String name) -> practice(TaskCatalog.practice(name), holdOut);
      case TaskSource.Glue(String name, Path folder) -> {
        Glue glue = TaskCatalog.glue(name);
        yield data(glue.task(), GlueFiles.read(glue, folder), folder, holdOut);
      }
      case TaskSource.Labelled files -> labelled(files, holdOut);
      case TaskSource.Texts files -> {
        Task task = new Task(files.name(), new Target.Text(), files.metric());
        Examples examples =
            new Examples(written(files.train(), files), written(files.dev(), files));
        yield data(task, examples, files.train(), holdOut);
      }
    };
  }

  /// Draws some examples without replacement.
  ///
  /// From generators in the same state a larger draw begins with the smaller one.
  ///
  /// @param size number of examples to draw, all if there are not as many
  /// @return the examples in the order in which they were drawn
  /// @throws IllegalArgumentException if the size is negative
  public static List<Example> subset(List<Example> examples, int size, RandomGenerator random) {
    if (size < 0) {
      throw new IllegalArgumentException("cannot draw " + size + " examples");
    }
    return Draw.order(examples.size(), random).stream().limit(size).map(examples::get).toList();
  }

  private static TaskData practice(PracticeTask practice, RandomGenerator holdOut) {
    Examples examples = practice.examples();
    Draw.Parts parts = Draw.holdOut(examples.train(), PracticeTask.SELECTION, holdOut);
    return new TaskData(practice.task(), parts.training(), parts.selection(), examples.dev());
  }

  private static List<Example> written(Path file, TaskSource.Texts files) {
    Fields fields = new Fields(files.source(), Optional.empty(), files.target());
    return OwnFile.read(file, files.format(), fields).stream()
        .map(row -> Example.written(row.text(), row.label()))
        .toList();
  }

  private static TaskData labelled(TaskSource.Labelled files, RandomGenerator holdOut) {
    Fields fields = new Fields(files.text(), files.second(), files.label());
    List<LabelledText> train = OwnFile.read(files.train(), files.format(), fields);
    List<LabelledText> dev = OwnFile.read(files.dev(), files.format(), fields);
    LabelCode code = LabelCode.of(train, dev);
    Examples examples =
        new Examples(
            train.stream().map(code::example).toList(), dev.stream().map(code::example).toList());
    Metric metric =
        switch (code) {
          case LabelCode.Spelled _ -> Metric.ACCURACY;
          case LabelCode.Ranged _ -> Metric.SPEARMAN;
        };
    return data(new Task(files.name(), code.target(), metric), examples, files.train(), holdOut);
  }

  private static TaskData data(Task task, Examples examples, Path where, RandomGenerator holdOut) {
    List<Example> train = examples.train();
    int held = Draw.heldOut(train.size());
    if (held == 0 || Draw.unique(train).isEmpty()) {
      throw TaskException.of(
          where,
          "of its " + train.size() + " training examples none can be held out for selection",
          "give at least five, not all of them repeated");
    }
    Draw.Parts parts = Draw.holdOut(train, held, holdOut);
    return new TaskData(task, parts.training(), parts.selection(), examples.dev());
  }
}
