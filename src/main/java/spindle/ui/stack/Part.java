package spindle.ui.stack;

/// A dimension of a design, as a part of its drawing that may be edited or only be seen.
public enum Part {
  /// Sizes of the groups.
  GROUPING,
  /// Weights of the layers.
  ALLOCATION,
  /// Which groups are tuned.
  GROUPS,
  /// Strategies of each group.
  STRATEGIES
}
