package spindle.training;

/// Makes the trainer of a device.
public interface TrainerFactory {

  /// Returns the trainer of a device, ready to train.
  ///
  /// Called once in a worker process, from a slot's thread. A runtime exception, such as for a
  /// device that is not there, ends the worker and its message is shown to the user.
  ///
  /// @param device `cpu` or `gpu:0`, `gpu:1`, …
  /// @param together most trials of equal structure that slots may train in one call a step; 1 if
  ///   each is to be trained for itself
  Trainer open(String device, int together);
}
