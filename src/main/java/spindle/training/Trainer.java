package spindle.training;

import java.util.Map;
import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// The training of one trial after another on one device, in this process.
///
/// Implementations may be called from several threads at once, one for each slot of the device;
/// what slots share (frozen weights, cached activations) is theirs to share. What a trial gives
/// depends on its [TrialSpec] only: not on the slot, nor on what else has run. A trainer that was
/// asked to train trials together keeps that but for the last digits.
public interface Trainer {

  /// Trains a trial to its end and returns how it ended; blocks the calling thread, a platform
  /// thread.
  ///
  /// Bad settings, bad files, divergence and want of memory are outcomes. A runtime exception that
  /// leaves this method counts as [TrialOutcome.Failed] with its message; an error (a native
  /// library that cannot be linked, say) ends the process, and the trial is tried again in another.
  ///
  /// @param progress hears of the start, the steps and the scores from the calling thread; its
  ///   `finished` is not called from here, the returned outcome stands for it
  /// @param cancelled is asked between steps; once it says so, the outcome is
  ///   [TrialOutcome.Cancelled]
  TrialOutcome train(TrialSpec trial, TrialListener progress, Cancellation cancelled);

  /// Returns the versions of what the numbers depend on, by name, such as `libtorch` to `2.7.1`.
  default Map<String, String> versions() {
    return Map.of();
  }
}
