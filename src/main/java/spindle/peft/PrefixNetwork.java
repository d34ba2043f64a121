package spindle.peft;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import spindle.backbone.LayerNames;
import spindle.design.BackboneShape;
import spindle.design.LayerPlan;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;

/// The network that makes the prefixes of all layers of one location and length: `P = W2 tanh(W1 E
/// + b1) + b2`.
///
/// | tensor | shape |
/// |---|---|
/// | `table` (E) | `(p, d)` |
/// | `inner.weight` (W1), `inner.bias` (b1) | `(m, d)`, `(m)` |
/// | `outer.weight` (W2), `outer.bias` (b2) | `(2 n d_a, m)`, `(2 n d_a)` |
///
/// with `n` layers; output columns are key and value of the first layer, of the second, and so on.
/// Source: Li and Liang, "Prefix-Tuning", arXiv:2101.00190, section 4.3.
///
/// @param location the attentions that share it: `encoder` or `self` for the self-attentions of the
///   encoder or decoder of two, `self` also for those of an encoder alone, `cross` for those
///   between
/// @param site `self` or `cross`: what a layer calls the attention
/// @param length virtual tokens `p`
/// @param width inner width `m`
/// @param layers layers that have this prefix, ascending
public record PrefixNetwork(
    String location, String site, int length, int width, List<Integer> layers) {

  /// Copies the layers.
  public PrefixNetwork {
    layers = List.copyOf(layers);
  }

  /// Returns the networks that a plan needs, by location, length and width.
  public static List<PrefixNetwork> of(BackboneShape shape, LayerPlan plan) {
    SequencedMap<String, PrefixNetwork> networks = new TreeMap<>();
    for (int layer = 0; layer < plan.layers().size(); layer++) {
      for (PeftModule module : plan.layers().get(layer)) {
        if (module instanceof PeftModule.Prefix(int length, PrefixForm.Reparametrised(int width))) {
          for (LayerNames.Attention attention : LayerNames.of(shape, layer).attentions()) {
            String site = attention.site();
            PrefixNetwork one =
                new PrefixNetwork(
                    location(shape, layer, site), site, length, width, List.of(layer));
            networks.merge(one.path(), one, PrefixNetwork::joined);
          }
        }
      }
    }
    return List.copyOf(networks.values());
  }

  private static String location(BackboneShape shape, int layer, String site) {
    boolean encoderOfTwo = shape.decoderLayers() > 0 && !shape.isDecoder(layer);
    return encoderOfTwo ? "encoder" : site;
  }

  /// Returns the path of this network's tensors, ending in a dot.
  public String path() {
    return "prefix." + location + "." + length + "x" + width + ".";
  }

  /// Returns the network's five tensors: table, inner weight and bias, outer weight and bias.
  public List<TrainableTensor> tensors(BackboneShape shape) {
    long columns = 2L * layers.size() * shape.attention();
    long hidden = shape.hidden();
    Initial inner = Initial.Uniform.kaiming(hidden);
    Initial outer = Initial.Uniform.kaiming(width);
    return List.of(
        tensor("table", List.of((long) length, hidden), new Initial.Normal(1)),
        tensor("inner.weight", List.of((long) width, hidden), inner),
        tensor("inner.bias", List.of((long) width), inner),
        tensor("outer.weight", List.of(columns, (long) width), outer),
        tensor("outer.bias", List.of(columns), outer));
  }

  private TrainableTensor tensor(String name, List<Long> size, Initial initial) {
    return new TrainableTensor(path() + name, size, initial, Owner.PREFIX);
  }

  private PrefixNetwork joined(PrefixNetwork other) {
    List<Integer> all = new ArrayList<>(layers);
    all.addAll(other.layers);
    return new PrefixNetwork(location, site, length, width, all);
  }
}
