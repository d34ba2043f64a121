package spindle.study;

/// Trains trials. The study owns this interface; training implements it.
///
/// Implementations may be called from several threads at once.
public interface TrialRunner extends AutoCloseable {

  /// Queues a trial and returns at once.
  ///
  /// @throws IllegalStateException if a trial of that id is queued or running, or the runner closed
  void submit(TrialSpec trial, TrialListener listener);

  /// Asks a trial to stop after its current step; its listener hears of it. Unknown ids are
  /// ignored.
  void cancel(String trial);

  /// Stops the workers. Trials that have not ended are heard of as cancelled.
  @Override
  void close();
}
