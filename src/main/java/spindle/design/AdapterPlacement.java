package spindle.design;

/// Where a layer's bottleneck adapter sits.
public enum AdapterPlacement {
  /// Once, after the feed-forward block, ReLU (Pfeiffer et al., 2021).
  PFEIFFER,
  /// After attention and after the feed-forward block, SiLU (Houlsby et al., 2019).
  HOULSBY,
  /// Beside the feed-forward block, ReLU, scaled by 4 (He et al., 2022).
  PARALLEL
}
