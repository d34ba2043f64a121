package spindle.design;

/// What a trial trains: the modules of a plan, or the whole backbone.
public sealed interface Tuning {

  /// The modules of a plan; all else is frozen.
  ///
  /// @param plan modules of each layer
  /// @param outside which parameters outside the layers are trained besides
  record Modules(LayerPlan plan, Outside outside) implements Tuning {}

  /// Every parameter of the backbone: full fine-tuning.
  record Full() implements Tuning {}

  /// Parameters outside the layers, which belong to no group.
  enum Outside {
    /// All frozen, as in every grouped design.
    FROZEN,
    /// Biases (embedding norm, pooler) trained, as in the plain BitFit baseline.
    BIASES
  }
}
