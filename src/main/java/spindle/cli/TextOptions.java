package spindle.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import spindle.task.FileFormat;
import spindle.task.Metric;
import spindle.task.TaskSource;

/// The options of the task `text`: own files of texts and what is to be written from them.
final class TextOptions {

  private static final String TASK = "text";

  @Option(
      names = "--source",
      paramLabel = "FIELD",
      order = 10,
      description = {
        "Column or field of the given text in the task text: a name (translation.en inside objects",
        "of JSON lines and Parquet), or a number from 1 for delimited files without header."
      })
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--target",
      paramLabel = "FIELD",
      order = 11,
      description = "Column or field of the text to write.")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      order = 12,
      description = "rouge-1, rouge-2, rouge-l (the default), bleu or exact-match.")
  private Optional<String> metric = Optional.empty();

  /// Returns the task of a pair of files.
  ///
  /// @throws UsageException if an option is missing or has no such value
  TaskSource source(Path train, Path dev, FileFormat format) {
    return new TaskSource.Texts(
        TaskSource.nameOf(train),
        train,
        dev,
        format,
        TaskOptions.need("--source", source, TASK),
        TaskOptions.need("--target", target, TASK),
        metric
            .map(value ->
                TaskOptions.choice(
                    "--metric", value, Stream.of(Metric.values()).filter(Metric::measuresTexts)))
            .orElse(Metric.ROUGE_L));
  }

  /// Checks that none of the options was given.
  ///
  /// @throws UsageException if one was
  void refuse() {
    TaskOptions.refuse("--source", source, TASK);
    TaskOptions.refuse("--target", target, TASK);
    TaskOptions.refuse("--metric", metric, TASK);
  }
}
