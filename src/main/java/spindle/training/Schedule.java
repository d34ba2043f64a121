package spindle.training;

/// The learning rate over a trial, as a factor of its peak: a linear rise, then a linear fall.
///
/// @param steps optimizer steps of the trial, at least 1
/// @param warmup steps of the rise, less than all
record Schedule(int steps, int warmup) {

  private static final double MEAN_KEPT = 0.9;
  private static final double SQUARE_KEPT = 0.999;

  /// Makes the schedule of some steps of which a share warms up.
  static Schedule of(int steps, double warmupShare) {
    return new Schedule(steps, Math.min((int) Math.round(steps * warmupShare), steps - 1));
  }

  /// Returns the factor of a step, counted from 1: above 0 and at most 1.
  double factor(int step) {
    int done = step - 1;
    if (done < warmup) {
      return (double) step / warmup;
    }
    return (double) (steps - done) / (steps - warmup);
  }

  /// Returns what a program's `update` wants to know: the factor, the two bias corrections of AdamW
  /// and the largest gradient norm.
  float[] values(int step, double clip) {
    return new float[] {
      (float) factor(step),
      (float) (1 - Math.pow(MEAN_KEPT, step)),
      (float) (1 - Math.pow(SQUARE_KEPT, step)),
      (float) clip
    };
  }
}
