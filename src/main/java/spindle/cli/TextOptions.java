package spindle.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import spindle.task.Metric;
import spindle.task.TaskSource;
import spindle.task.TaskSource.TextFormat;

/// The options of the task `text`: own files of texts and what is to be written from them.
final class TextOptions {

  private static final String TASK = "text";

  @Option(
      names = "--source",
      paramLabel = "FIELD",
      order = 10,
      description = {
        "Column or field of the given text in the task text: a name (translation.en inside objects",
        "of JSON lines), or a number from 1 for delimited files without header."
      })
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--target",
      paramLabel = "FIELD",
      order = 11,
      description = "Column or field of the text to write.")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "comma|tab|json-lines",
      order = 12,
      description = "How the files of the task text are laid out (by their ending).")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      order = 13,
      description = "rouge-1, rouge-2, rouge-l (the default), bleu or exact-match.")
  private Optional<String> metric = Optional.empty();

  /// Returns the task of a pair of files.
  ///
  /// @throws UsageException if an option is missing or has no such value
  TaskSource source(String name, Path train, Path dev) {
    return new TaskSource.Texts(
        name,
        train,
        dev,
        format
            .map(value -> choice("--format", value, Stream.of(TextFormat.values())))
            .orElseGet(() -> formatOf(train)),
        TaskOptions.need("--source", source, TASK),
        TaskOptions.need("--target", target, TASK),
        metric
            .map(value ->
                choice("--metric", value, Stream.of(Metric.values()).filter(Metric::measuresTexts)))
            .orElse(Metric.ROUGE_L));
  }

  /// Checks that none of the options was given.
  ///
  /// @throws UsageException if one was
  void refuse() {
    TaskOptions.refuse("--source", source, TASK);
    TaskOptions.refuse("--target", target, TASK);
    TaskOptions.refuse("--format", format, TASK);
    TaskOptions.refuse("--metric", metric, TASK);
  }

  private static <T extends Enum<T>> T choice(String option, String value, Stream<T> choices) {
    String plain = value.replace("-", "").replace("_", "");
    return choices
        .filter(choice -> choice.name().replace("_", "").equalsIgnoreCase(plain))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "there is no " + option + " " + value + "; spindle train --help names them"));
  }

  private static TextFormat formatOf(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
      return TextFormat.JSON_LINES;
    }
    return name.endsWith(".tsv") || name.endsWith(".tab") ? TextFormat.TAB : TextFormat.COMMA;
  }
}
