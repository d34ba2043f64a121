package spindle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import spindle.task.TaskSource;
import spindle.task.TaskSource.Delimiter;

/// The options that name tasks: practice tasks, GLUE tasks in a folder, or an own pair of files.
final class TaskOptions {

  private static final String OWN = "csv";

  @Option(
      names = "--task",
      paramLabel = "NAME",
      split = ",",
      required = true,
      order = 2,
      description = "A practice task, a GLUE task (with --data), or csv for own files; repeatable.")
  private List<String> names = List.of();

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
      description = "Training file of --task csv.")
  private Optional<Path> train = Optional.empty();

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      order = 5,
      description = "Development file of --task csv.")
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

  /// Returns where the tasks come from, in the order in which they were named.
  ///
  /// @throws UsageException if an option is missing or has no use
  List<TaskSource> sources() {
    List<TaskSource> sources = new ArrayList<>();
    for (String name : names) {
      sources.add(source(name.strip()));
    }
    if (names.stream().noneMatch(OWN::equalsIgnoreCase)) {
      refuse("--train", train);
      refuse("--dev", dev);
      refuse("--text", text);
      refuse("--text2", second);
      refuse("--label", label);
      refuse("--delimiter", delimiter);
    }
    return sources;
  }

  private TaskSource source(String name) {
    if (name.equalsIgnoreCase(OWN)) {
      return ownFiles();
    }
    return data.<TaskSource>map(folder -> new TaskSource.Glue(name, folder))
        .orElseGet(() -> new TaskSource.Practice(name));
  }

  private TaskSource ownFiles() {
    Path training = need("--train", train);
    return new TaskSource.Delimited(
        nameOf(training),
        training,
        need("--dev", dev),
        delimiter.orElseGet(() -> delimiterOf(training)),
        need("--text", text),
        second,
        need("--label", label));
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  private static Delimiter delimiterOf(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".tsv") || name.endsWith(".tab") ? Delimiter.TAB : Delimiter.COMMA;
  }

  private static <T> T need(String option, Optional<T> value) {
    return value.orElseThrow(() -> new UsageException("--task csv needs " + option));
  }

  private static void refuse(String option, Optional<?> value) {
    if (value.isPresent()) {
      throw new UsageException(option + " belongs to --task csv");
    }
  }
}
