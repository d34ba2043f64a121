package spindle.peft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.Tuning;

/// All tensors that a trial trains, in the order in which its parameter vector holds them.
public final class Trainables {

  private Trainables() {}

  /// Returns the trained tensors of a tuning and a head.
  ///
  /// @param backbone shapes of the backbone's tensors by name
  /// @throws IllegalArgumentException if the plan has another depth than the backbone
  public static List<TrainableTensor> of(
      Tuning tuning, BackboneShape shape, Map<String, List<Long>> backbone, Head head) {
    List<TrainableTensor> tensors =
        switch (tuning) {
          case Tuning.Full() -> full(backbone);
          case Tuning.Modules modules -> modules(modules, shape, backbone);
        };
    tensors.addAll(head.tensors(shape));
    return tensors;
  }

  /// Counts the scalars that the budget counts: all but the head's.
  public static long budgeted(List<TrainableTensor> tensors) {
    return tensors.stream()
        .filter(tensor -> tensor.owner() != Owner.HEAD)
        .mapToLong(TrainableTensor::size)
        .sum();
  }

  private static List<TrainableTensor> full(Map<String, List<Long>> backbone) {
    List<TrainableTensor> tensors = new ArrayList<>();
    backbone.forEach((name, size) ->
        tensors.add(new TrainableTensor(name, size, new Initial.CopyOf(name), Owner.BACKBONE)));
    return tensors;
  }

  private static List<TrainableTensor> modules(
      Tuning.Modules modules, BackboneShape shape, Map<String, List<Long>> backbone) {
    int depth = modules.plan().layers().size();
    if (depth != shape.layers()) {
      throw new IllegalArgumentException(
          "the plan has " + depth + " layers, the backbone " + shape.layers());
    }
    List<TrainableTensor> tensors = new ArrayList<>();
    for (int layer = 0; layer < depth; layer++) {
      tensors.addAll(LayerTensors.of(shape, layer, modules.plan().layers().get(layer)));
    }
    PrefixNetwork.of(shape, modules.plan())
        .forEach(network -> tensors.addAll(network.tensors(shape)));
    if (modules.outside() == Tuning.Outside.BIASES) {
      addOutsideBiases(tensors, shape, backbone);
    }
    return tensors;
  }

  /// Adds the biases that belong to no layer: of embedding norms and pooler; for T5 those added to
  /// the final norm of each stack.
  private static void addOutsideBiases(
      List<TrainableTensor> tensors, BackboneShape shape, Map<String, List<Long>> backbone) {
    if (shape.family() == Family.T5) {
      List<String> stacks =
          shape.decoderLayers() > 0 ? List.of("encoder", "decoder") : List.of("encoder");
      for (String stack : stacks) {
        tensors.add(
            new TrainableTensor(
                "bitfit." + stack + ".final_layer_norm.bias",
                List.of((long) shape.hidden()),
                new Initial.Zero(),
                Owner.BITFIT));
      }
      return;
    }
    backbone.forEach((name, size) -> {
      if (name.endsWith(".bias") && !name.contains(".layer.") && !name.contains(".layers.")) {
        tensors.add(
            new TrainableTensor("bitfit." + name, size, new Initial.CopyOf(name), Owner.BITFIT));
      }
    });
  }
}
