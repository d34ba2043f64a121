package spindle.training.worker;

import spindle.study.TrialListener;
import spindle.study.TrialSpec;

/// A trial that was submitted and has not ended. Guarded by the runner's lock.
final class Submission {

  final TrialSpec trial;
  final TrialListener listener;

  /// Workers that were lost while they trained it.
  int losses;

  /// Last step of the run under way.
  int step;

  /// Number of the last batch of points in the run under way.
  int batch;

  /// Heartbeats in a row of its worker that did not name it.
  int missed;

  boolean cancelled;

  Submission(TrialSpec trial, TrialListener listener) {
    this.trial = trial;
    this.listener = listener;
  }

  String id() {
    return trial.id();
  }

  /// Returns whether it may be what killed a worker: it then runs alone, so that it takes no other
  /// trial with it.
  boolean suspect() {
    return losses > 0;
  }

  void beginRun() {
    step = 0;
    batch = 0;
    missed = 0;
  }
}
