package spindle.training;

/// Training cannot go on: a file, a device or a worker is broken. The message is one sentence for
/// the user.
public final class TrainingException extends RuntimeException {

  /// Makes an exception with its sentence.
  public TrainingException(String message) {
    super(message);
  }

  /// Makes an exception with its sentence and cause.
  public TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
