package spindle.ui.explorer;

/// How far a dimension of a path has come.
public enum StepState {
  /// An earlier one is still open.
  LATER,
  /// It is the one to be decided next, and nothing trains for it.
  OPEN,
  /// It is the one to be decided next, and designs are trained for it.
  RUNNING,
  /// Decided by the data.
  DECIDED,
  /// Decided by the user.
  OVERRIDDEN,
  /// Passed over, as its group is frozen.
  PASSED
}
