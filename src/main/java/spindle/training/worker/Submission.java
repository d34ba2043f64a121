package spindle.training.worker;

import java.util.Optional;
import spindle.design.Precision;
import spindle.study.TrialListener;
import spindle.study.TrialSpec;

/// A trial that was submitted and has not ended. Guarded by the runner's lock.
final class Submission {

  final TrialSpec trial;
  final TrialListener listener;

  /// Workers that were lost while they trained it.
  int losses;

  /// Whether a run of it was short of memory that others may have held.
  boolean starved;

  /// Whether others were trained on its device at some time of the run under way.
  boolean accompanied;

  /// Last step of the run under way.
  int step;

  /// Number of the last batch of points in the run under way.
  int batch;

  /// Whether its worker has shown that it knows of the run under way.
  boolean known;

  boolean cancelled;

  Submission(TrialSpec trial, TrialListener listener) {
    this.trial = trial;
    this.listener = listener;
  }

  /// Returns whether its products are to be those of TF32, which holds for a whole process.
  boolean tf32() {
    return trial.settings().precision().equals(Optional.of(Precision.TF32));
  }

  String id() {
    return trial.id();
  }

  /// Returns whether it needs its device for itself: it may be what killed a worker and shall take
  /// no other trial with it, or the others left it too little memory.
  boolean runsAlone() {
    return losses > 0 || starved;
  }

  void beginRun() {
    accompanied = false;
    step = 0;
    batch = 0;
    known = false;
  }
}
