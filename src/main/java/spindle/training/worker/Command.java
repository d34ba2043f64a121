package spindle.training.worker;

import spindle.study.TrialSpec;

/// What the supervisor asks of a worker, one JSON line each; the package describes the protocol.
sealed interface Command {

  /// Train a trial in a free slot. Sent only after [Event.Ready], and never more than there are
  /// slots.
  record Train(TrialSpec trial) implements Command {}

  /// Stop a trial after its current step. Unknown trials are ignored.
  record Cancel(String trial) implements Command {}

  /// Stop all trials after their current step, tell their outcomes, and end.
  record Shutdown() implements Command {}
}
