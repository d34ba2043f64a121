package spindle.design;

/// What an allocation gives to every layer of a design.
///
/// @param targets parameters of each layer, 0 where it is frozen; their sum is at most the budget
record LayerTargets(java.util.List<Long> targets) {

  /// Divides a budget among the tuned layers by their weights, rounded down.
  static LayerTargets of(Design design, long budget) {
    double sum = weightOfTuned(design);
    return new LayerTargets(
        java.util.stream.IntStream.range(0, design.layers())
            .mapToObj(layer -> target(design, layer, budget / sum))
            .toList());
  }

  /// Returns the sum of the weights of the tuned layers.
  static double weightOfTuned(Design design) {
    return design.tunedLayers().stream()
        .mapToDouble(layer -> design.allocation().weights().get(layer))
        .sum();
  }

  long of(int layer) {
    return targets.get(layer);
  }

  private static long target(Design design, int layer, double parametersPerWeight) {
    double weight = design.allocation().weights().get(layer);
    // a share that is whole but for the last digits of a double counts as whole
    return design.strategiesOf(layer).isPresent() && weight > 0
        ? (long) Math.floor(weight * parametersPerWeight + 1e-6)
        : 0;
  }
}
