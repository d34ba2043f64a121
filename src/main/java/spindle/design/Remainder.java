package spindle.design;

/// What becomes of parameters that a layer's equal split leaves over.
public enum Remainder {
  /// They stay unspent.
  UNSPENT,
  /// They enlarge, as far as they go, the strategy of the layer that grows in the smallest steps.
  SPENT,
  /// As [#SPENT]; what is still left goes to the next layer of the same group.
  CARRIED
}
