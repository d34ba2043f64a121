package spindle.ui.plot;

/// A plot could not be turned into a file. The message is a sentence for the user.
public final class PlotException extends RuntimeException {

  /// Makes an exception with its sentence and its cause.
  public PlotException(String message, Throwable cause) {
    super(message, cause);
  }
}
