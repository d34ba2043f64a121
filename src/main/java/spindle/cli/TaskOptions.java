package spindle.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import spindle.task.FileFormat;
import spindle.task.TaskCatalog;
import spindle.task.TaskException;
import spindle.task.TaskSource;

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
      description = {
        "Training file of the task csv or text: comma- or tab-separated, JSON lines or Parquet."
      })
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
      description = {
        "Column or field of the sentence: a name (a.b inside objects of JSON lines and Parquet), or",
        "a number from 1 for delimited files without header."
      })
  private Optional<String> text = Optional.empty();

  @Option(
      names = "--text2",
      paramLabel = "COL",
      order = 7,
      description = "Column or field of the second sentence of a pair.")
  private Optional<String> second = Optional.empty();

  @Option(
      names = "--label",
      paramLabel = "COL",
      order = 8,
      description = "Column or field of the label or score.")
  private Optional<String> label = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 9,
      description = {
        "How both files are laid out: comma, tab, json-lines or parquet (by the ending of the",
        "training file)."
      })
  private Optional<String> format = Optional.empty();

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
      refuse("--format", format, "csv or text");
    }
    if (!own) {
      refuse("--text", text, OWN);
      refuse("--text2", second, OWN);
      refuse("--label", label, OWN);
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
      return texts.source(training, need("--dev", dev, TEXT), formatOf(training));
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
    return new TaskSource.Labelled(
        TaskSource.nameOf(training),
        training,
        need("--dev", dev, OWN),
        formatOf(training),
        need("--text", text, OWN),
        second,
        need("--label", label, OWN));
  }

  private FileFormat formatOf(Path training) {
    return format
        .map(value -> choice("--format", value, Stream.of(FileFormat.values())))
        .orElseGet(() -> FileFormat.of(training));
  }

  /// Returns the constant that a user wrote, in any case and with hyphens.
  ///
  /// @throws UsageException if there is no such one
  static <T extends Enum<T>> T choice(String option, String value, Stream<T> choices) {
    String plain = value.replace("-", "").replace("_", "");
    return choices
        .filter(choice -> choice.name().replace("_", "").equalsIgnoreCase(plain))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "there is no " + option + " " + value + "; spindle train --help names them"));
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
