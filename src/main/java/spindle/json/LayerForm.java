package spindle.json;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import spindle.design.Design;
import spindle.design.PeftModule;
import spindle.design.Strategy;
import spindle.design.StrategySet;

/// A layer of a concrete design as it is written.
///
/// @param layer layer, counted from 0
/// @param group its group, counted from 1
/// @param modules its modules; empty if it is frozen
record LayerForm(int layer, int group, List<PeftModule> modules) {

  /// Checks that the layer is the one that a design has at a place.
  ///
  /// @throws IllegalArgumentException naming the layer and what differs
  void requireFits(Design design, int place) {
    if (layer != place) {
      throw new IllegalArgumentException(
          "the layers must be listed in order: %d stands in the place of %d"
              .formatted(layer, place));
    }
    int expected = design.grouping().groupOf(layer) + 1;
    if (group != expected) {
      throw new IllegalArgumentException(
          "layer %d is listed in group %d but the grouping puts it in %d"
              .formatted(layer, group, expected));
    }
    Set<Strategy> own = EnumSet.noneOf(Strategy.class);
    modules.forEach(module -> own.add(module.strategy()));
    Set<Strategy> wanted = design.strategiesOf(layer).map(StrategySet::strategies).orElse(Set.of());
    if (!own.equals(wanted)) {
      throw new IllegalArgumentException(
          "layer %d has modules for %s but the design gives it %s"
              .formatted(layer, letters(own), letters(wanted)));
    }
  }

  private static String letters(Set<Strategy> strategies) {
    return strategies.isEmpty()
        ? "no strategy"
        : strategies.stream().map(s -> "" + s.letter()).collect(Collectors.joining());
  }
}
