package spindle.design;

/// A design space in which no design was found that can be built.
public final class DesignException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// Makes one.
  ///
  /// @param message what was tried, what stood in the way and what to do
  public DesignException(String message) {
    super(message);
  }
}
