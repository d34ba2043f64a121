package spindle.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is to be done next in a study.
public sealed interface Step {

  /// Start trials.
  ///
  /// @param trials in the order in which they are to start
  record Train(List<TrialSpec> trials) implements Step {
    /// Copies the list.
    public Train {
      trials = List.copyOf(trials);
    }
  }

  /// Wait for running trials, or for a free slot.
  record Await() implements Step {}

  /// Take a decision: the open stage has been sampled to its end.
  ///
  /// @param progress what was found
  record Decide(StageProgress progress) implements Step {}

  /// Nothing: everything that was asked for is done.
  record Done() implements Step {}

  /// Returns the step that leads on while trials are wanted.
  ///
  /// @param wanted trials not yet ended, in order, at least one
  /// @param running ids of those that are running
  /// @param slots how many more can run
  static Step training(List<TrialSpec> wanted, Set<String> running, int slots) {
    Set<String> taken = new HashSet<>(running);
    List<TrialSpec> next =
        wanted.stream().filter(trial -> taken.add(trial.id())).limit(Math.max(0, slots)).toList();
    return next.isEmpty() ? new Await() : new Train(next);
  }
}
