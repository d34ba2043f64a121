package spindle.export;

/// A file that could not be written or is not what it should be. Its message is one sentence.
public final class ExportException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ExportException(String message) {
    super(message);
  }

  ExportException(String message, Throwable cause) {
    super(message, cause);
  }
}
