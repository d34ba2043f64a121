package spindle.design;

/// The rules by which a layer's budget becomes sizes.
///
/// @param remainder what becomes of the parameters that the split leaves over
/// @param weights how the budget is split among the strategies
public record Spending(Remainder remainder, SplitWeights weights) {

  /// Equal split, remainder spent in its layer.
  public static final Spending DEFAULT = new Spending(Remainder.SPENT, SplitWeights.EQUAL);
}
