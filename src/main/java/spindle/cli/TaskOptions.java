package spindle.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import spindle.task.TaskCatalog;
import spindle.task.TaskException;
import spindle.task.TaskSource;
import spindle.task.TaskSource.Delimiter;

/// The options that say where the examples of named tasks are: a GLUE folder or a pair of files.
final class TaskOptions {

  private static final String OWN = "csv";

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
      description = "Training file of the task csv.")
  private Optional<Path> train = Optional.empty();

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      order = 5,
      description = "Development file of the task csv.")
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

  /// Returns where tasks come from, in the order in which they are named.
  ///
  /// @param names practice tasks, GLUE tasks, or `csv`
  /// @throws UsageException if a name is unknown or an option is missing or has no use
  List<TaskSource> sources(List<String> names) {
    if (names.stream().noneMatch(OWN::equalsIgnoreCase)) {
      refuse("--train", train);
      refuse("--dev", dev);
      refuse("--text", text);
      refuse("--text2", second);
      refuse("--label", label);
      refuse("--delimiter", delimiter);
    }
    return names.stream().map(this::source).distinct().toList();
  }

  private TaskSource source(String name) {
    if (name.equalsIgnoreCase(OWN)) {
      return ownFiles();
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
      throw new UsageException(e.getMessage() + ", and csv for own files");
    }
  }

  private TaskSource ownFiles() {
    Path training = need("--train", train);
    return new TaskSource.Delimited(
        TaskSource.nameOf(training),
        training,
        need("--dev", dev),
        delimiter.orElseGet(() -> Delimiter.of(training)),
        need("--text", text),
        second,
        need("--label", label));
  }

  private static <T> T need(String option, Optional<T> value) {
    return value.orElseThrow(() -> new UsageException("the task csv needs " + option));
  }

  private static void refuse(String option, Optional<?> value) {
    if (value.isPresent()) {
      throw new UsageException(option + " belongs to the task csv");
    }
  }
}
