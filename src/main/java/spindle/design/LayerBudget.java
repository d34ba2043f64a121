package spindle.design;

/// What a layer was given and what its modules use.
///
/// @param layer layer, counted from 0
/// @param group its group, counted from 0
/// @param target parameters that the allocation gives it; 0 for a frozen layer
/// @param actual parameters of its modules; above the target if it was carried something
public record LayerBudget(int layer, int group, long target, long actual) {

  /// Returns what is left of the target; negative if the layer was carried more than it left.
  public long unspent() {
    return target - actual;
  }
}
