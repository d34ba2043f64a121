package spindle.task;

import java.nio.file.Path;
import java.util.Optional;

/// Where a task comes from: enough to read it again, in another process.
public sealed interface TaskSource {

  /// Returns the name that the task is shown under.
  String name();

  /// Says whether a text is to be written for each example, without reading its files.
  default boolean asksForText() {
    return switch (this) {
      case Practice(String name) -> TaskCatalog.find(name).task().target() instanceof Target.Text;
      case Texts _ -> true;
      case Glue _, Labelled _ -> false;
    };
  }

  /// A practice task that the program makes.
  ///
  /// @param name one of the practice tasks
  record Practice(String name) implements TaskSource {}

  /// A task of GLUE in its original file layout.
  ///
  /// @param name such as `SST-2`
  /// @param folder the task's folder, or the folder that holds it under its name
  record Glue(String name, Path folder) implements TaskSource {}

  /// A pair of files whose rows hold a text, or a pair of texts, and its label or score.
  ///
  /// @param name shown name
  /// @param train training file
  /// @param dev development file
  /// @param format of both files
  /// @param text column or field of the sentence: a name, with dots if it is nested in JSON lines
  ///   or Parquet, or in a delimited file a 1-based number
  /// @param second column or field of the second sentence
  /// @param label column or field of the label or score
  record Labelled(
      String name,
      Path train,
      Path dev,
      FileFormat format,
      String text,
      Optional<String> second,
      String label)
      implements TaskSource {}

  /// A pair of files whose rows hold a text and what is to be written from it.
  ///
  /// @param name shown name
  /// @param train training file
  /// @param dev development file
  /// @param format of both files
  /// @param source column or field of the given text, told as in [Labelled]: `translation.en`
  /// @param target column or field of the text to write
  /// @param metric the one number that designs are ranked by
  record Texts(
      String name,
      Path train,
      Path dev,
      FileFormat format,
      String source,
      String target,
      Metric metric)
      implements TaskSource {
    /// Checks the metric.
    ///
    /// @throws IllegalArgumentException if it does not measure texts
    public Texts {
      if (!metric.measuresTexts()) {
        throw new IllegalArgumentException(metric + " does not measure texts");
      }
    }
  }

  /// Returns the name under which the tasks of a file are shown: its own without the ending.
  static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }
}
