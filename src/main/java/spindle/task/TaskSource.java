package spindle.task;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where a task comes from: enough to read it again, in another process.
public sealed interface TaskSource {

  /// Returns the name that the task is shown under.
  String name();

  /// A practice task that the program makes.
  ///
  /// @param name one of the practice tasks
  record Practice(String name) implements TaskSource {}

  /// A task of GLUE in its original file layout.
  ///
  /// @param name such as `SST-2`
  /// @param folder the task's folder, or the folder that holds it under its name
  record Glue(String name, Path folder) implements TaskSource {}

  /// A pair of delimited text files.
  ///
  /// @param name shown name
  /// @param train training file
  /// @param dev development file
  /// @param delimiter between the fields
  /// @param text column of the sentence, a name or a 1-based number
  /// @param second column of the second sentence
  /// @param label column of the label or score
  record Delimited(
      String name,
      Path train,
      Path dev,
      Delimiter delimiter,
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
  /// @param source column or field of the given text: a name or a 1-based number in a delimited
  ///   file; in JSON lines a name, with dots if it is nested, such as `translation.en`
  /// @param target column or field of the text to write
  /// @param metric the one number that designs are ranked by
  record Texts(
      String name,
      Path train,
      Path dev,
      TextFormat format,
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

  /// How a file of texts is laid out.
  enum TextFormat {
    /// Fields separated by commas, quoted where needed (RFC 4180).
    COMMA,
    /// Fields separated by tabs; quotes are characters like any other.
    TAB,
    /// One JSON object a line.
    JSON_LINES
  }

  /// Returns the name under which the tasks of a file are shown: its own without the ending.
  static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  /// What separates the fields of a line.
  enum Delimiter {
    /// A comma; fields may be quoted (RFC 4180).
    COMMA,
    /// A tab; quotes are characters like any other.
    TAB;

    /// Returns what a file's ending tells: a tab for `.tsv` and `.tab`, else a comma.
    public static Delimiter of(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      return name.endsWith(".tsv") || name.endsWith(".tab") ? TAB : COMMA;
    }
  }
}
