package spindle.design;

import java.util.HashMap;
import java.util.Map;

/// The parameters that the networks behind reparametrised prefixes have while they are trained.
///
/// They are reported apart and belong to no budget: after training the keys and values that they
/// make are kept and the networks are thrown away.
public final class PrefixNetworkCount {

  /// One network makes the prefixes of one attention block of all layers of one stack that have the
  /// same length and inner width.
  private record Network(Location location, int length, int width) {}

  private enum Location {
    ENCODER,
    DECODER,
    CROSS
  }

  private PrefixNetworkCount() {}

  /// Returns the sum of `p d + d m + m + 2 n d_a (m + 1)` over the networks of a plan, where `n`
  /// layers share a network; 0 if every prefix is flat.
  ///
  /// @throws IllegalArgumentException if plan and backbone differ in the number of layers
  public static long of(LayerPlan plan, BackboneShape shape) {
    ParameterCount.requireDepth(plan, shape);
    Map<Network, Integer> layers = new HashMap<>();
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (PeftModule module : plan.layers().get(layer)) {
        if (module instanceof PeftModule.Prefix(int length, PrefixForm.Reparametrised(int width))) {
          if (shape.isDecoder(layer)) {
            layers.merge(new Network(Location.DECODER, length, width), 1, Integer::sum);
            layers.merge(new Network(Location.CROSS, length, width), 1, Integer::sum);
          } else {
            layers.merge(new Network(Location.ENCODER, length, width), 1, Integer::sum);
          }
        }
      }
    }
    return layers.entrySet().stream()
        .mapToLong(entry -> of(entry.getKey(), entry.getValue(), shape))
        .sum();
  }

  private static long of(Network network, int layers, BackboneShape shape) {
    long d = shape.hidden();
    long m = network.width();
    return network.length() * d + d * m + m + 2L * layers * shape.attention() * (m + 1);
  }
}
