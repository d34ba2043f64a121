package spindle.design;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The concrete form of a design: for every layer, in forward order, the modules that it trains.
///
/// @param layers one list a layer; an empty list is a frozen layer, no strategy comes twice
public record LayerPlan(List<List<PeftModule>> layers) {

  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if a layer has a strategy twice
  public LayerPlan {
    layers = layers.stream().map(List::copyOf).toList();
    for (int layer = 0; layer < layers.size(); layer++) {
      Set<Strategy> seen = EnumSet.noneOf(Strategy.class);
      for (PeftModule module : layers.get(layer)) {
        if (!seen.add(module.strategy())) {
          throw new IllegalArgumentException(
              "layer " + layer + " has " + module.strategy() + " twice");
        }
      }
    }
  }
}
