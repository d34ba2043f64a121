package spindle.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import spindle.task.TaskCatalog;
import spindle.task.TaskException;
import spindle.task.TaskSource;
import spindle.task.TaskSource.Delimiter;

/// The options that say where the examples of named tasks are: a GLUE folder or a pair of files.
final class TaskOptions {

  private static final String OWN = "csv";
  private static final String TEXT = "text";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      order = 3,
      description = "Folder of GLUE tasks in their original layout, or of the one task.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--train",
      paramLabel = "FILE",
      order = 4,
      description = "Training file of the task csv or text.")
  private Optional<Path> train = Optional.empty();

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      order = 5,
      description = "Development file of the task csv or text.")
  private Optional<Path> dev = Optional.empty();

  @Option(
      names = "--text",
      paramLabel = "COL",
      order = 6,
      description = "Column of the sentence: a name, or a number from 1 for files without header.")
  private Optional<String> text = Optional.empty();

  @Option(
      names = "--text2",
      paramLabel = "COL",
      order = 7,
      description = "Column of the second sentence of a pair.")
  private Optional<String> second = Optional.empty();

  @Option(
      names = "--label",
      paramLabel = "COL",
      order = 8,
      description = "Column of the label or score.")
  private Optional<String> label = Optional.empty();

  @Option(
      names = "--delimiter",
      paramLabel = "comma|tab",
      order = 9,
      description = "What separates the columns (by the file's ending).")
  private Optional<Delimiter> delimiter = Optional.empty();

  @Mixin private TextOptions texts = new TextOptions();

  /// Returns where tasks come from, in the order in which they are named.
  ///
  /// @param names practice tasks, GLUE tasks, `csv` or `text`
  /// @throws UsageException if a name is unknown or an option is missing or has no use
  List<TaskSource> sources(List<String> names) {
    boolean own = names.stream().anyMatch(OWN::equalsIgnoreCase);
    boolean written = names.stream().anyMatch(TEXT::equalsIgnoreCase);
    if (!own && !written) {
      refuse("--train", train, "csv or text");
      refuse("--dev", dev, "csv or text");
    }
    if (!own) {
      refuse("--text", text, OWN);
      refuse("--text2", second, OWN);
      refuse("--label", label, OWN);
      refuse("--delimiter", delimiter, OWN);
    }
    if (!written) {
      texts.refuse();
    }
    return names.stream().map(this::source).distinct().toList();
  }

  private TaskSource source(String name) {
    if (name.equalsIgnoreCase(OWN)) {
      return ownFiles();
    }
    if (name.equalsIgnoreCase(TEXT)) {
      Path training = need("--train", train, TEXT);
      return texts.source(TaskSource.nameOf(training), training, need("--dev", dev, TEXT));
    }
    TaskCatalog.Entry entry = entry(name);
    String known = entry.task().name();
    return switch (entry.origin()) {
      case PRACTICE -> new TaskSource.Practice(known);
      case GLUE ->
          new TaskSource.Glue(
              known,
              data.orElseThrow(
                  () -> new UsageException(known + " needs --data, the folder of its files")));
    };
  }

  private static TaskCatalog.Entry entry(String name) {
    try {
      return TaskCatalog.find(name);
    } catch (TaskException e) {
      throw new UsageException(e.getMessage() + ", and csv or text for own files");
    }
  }

  private TaskSource ownFiles() {
    Path training = need("--train", train, OWN);
    return new TaskSource.Delimited(
        TaskSource.nameOf(training),
        training,
        need("--dev", dev, OWN),
        delimiter.orElseGet(() -> Delimiter.of(training)),
        need("--text", text, OWN),
        second,
        need("--label", label, OWN));
  }

  static <T> T need(String option, Optional<T> value, String task) {
    return value.orElseThrow(() -> new UsageException("the task " + task + " needs " + option));
  }

  static void refuse(String option, Optional<?> value, String task) {
    if (value.isPresent()) {
      throw new UsageException(option + " belongs to the task " + task);
    }
  }
}
