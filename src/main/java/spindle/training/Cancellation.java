package spindle.training;

/// A request to stop, which a training looks at between steps.
public interface Cancellation {

  /// Returns whether to stop; once true, always true.
  boolean requested();
}
