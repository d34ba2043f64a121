package spindle.task;

import java.nio.file.Path;

/// A task that cannot be read. The message is one line for the user: file and line, what is wrong
/// there, and what to do.
public final class TaskException extends RuntimeException {

  private static final int SHOWN = 40;

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

  /// Returns an error of a file that the system does not let us read.
  static TaskException unreadable(Path file, Exception cause) {
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

  private static String shown(String value) {
    String line = value.replaceAll("\\p{Cntrl}+", " ");
    int end = line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }
}
