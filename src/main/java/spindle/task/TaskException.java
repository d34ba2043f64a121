package spindle.task;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A task that cannot be read. The message is one line for the user: file and line, what is wrong
/// there, and what to do.
public final class TaskException extends RuntimeException {

  private static final int SHOWN = 40;
  private static final int LISTED = 20;

  TaskException(String message) {
    super(message);
  }

  private TaskException(String message, Throwable cause) {
    super(message, cause);
  }

  /// Returns an error in a line of a file, the first line being 1.
  static TaskException at(Path file, long line, String problem, String remedy) {
    return new TaskException(file + ":" + line + ": " + problem + "; " + remedy);
  }

  /// Returns an error of a file as a whole.
  static TaskException of(Path file, String problem, String remedy) {
    return new TaskException(file + ": " + problem + "; " + remedy);
  }

  /// Returns an error of a file as a whole that something else made known.
  static TaskException broken(Path file, String problem, String remedy, Exception cause) {
    return new TaskException(file + ": " + problem + "; " + remedy, cause);
  }

  /// Returns an error of a file that the system does not let us read.
  static TaskException unreadable(Path file, Exception cause) {
    if (cause instanceof NoSuchFileException) {
      return broken(file, "there is no such file", "check the path", cause);
    }
    String kind = cause.getClass().getSimpleName();
    String reason = cause.getMessage() == null ? kind : kind + ": " + shown(cause.getMessage());
    return new TaskException(
        file + ": cannot be read (" + reason + "); check the path and its permissions", cause);
  }

  /// Returns a value of a file as it may stand in a one-line message: short, without control
  /// characters, in quotes.
  static String quoted(String value) {
    return "\"" + shown(value) + "\"";
  }

  /// Returns some names of a file as they may stand in a message: the first of them, in quotes.
  static String list(Stream<String> names) {
    return names.map(TaskException::quoted).limit(LISTED).collect(Collectors.joining(", "));
  }

  private static String shown(String value) {
    String line = value.replaceAll("\\p{Cntrl}+", " ");
    int end = line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }
}
