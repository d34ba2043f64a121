package spindle.training.parity;

import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spindle.backbone.LayerNames;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.training.TrainingException;
import spindle.weights.NamedTensor;

/// Finds a trained tensor of ours in a reference case, under the name and in the layout of
/// `adapters` 1.2.0.
final class ReferenceTensors {

  private final ReferenceCase reference;
  private final BackboneShape shape;
  private final Map<String, NamedTensor> tensors;
  private final Set<String> used = new HashSet<>();

  ReferenceTensors(ReferenceCase reference, BackboneShape shape, Map<String, NamedTensor> tensors) {
    this.reference = reference;
    this.shape = shape;
    this.tensors = tensors;
  }

  /// Returns a tensor by its full name in the case.
  ///
  /// @throws TrainingException if the case lacks it
  NamedTensor named(String name) {
    NamedTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw broken("has no tensor " + name);
    }
    return tensor;
  }

  /// Says whether the case has a tensor.
  boolean has(String name) {
    return tensors.containsKey(name);
  }

  /// Returns the only tensor whose name begins and ends as given.
  NamedTensor ending(String start, String end) {
    List<String> names =
        tensors.keySet().stream()
            .filter(name -> name.startsWith(start) && name.endsWith(end))
            .toList();
    if (names.size() != 1) {
      throw broken("has " + names.size() + " tensors " + start + "…" + end + " instead of one");
    }
    used.add(names.getFirst());
    return named(names.getFirst());
  }

  /// Returns the first tensor whose name begins, goes on and ends as given.
  NamedTensor first(String start, String middle, String end) {
    return tensors.entrySet().stream()
        .filter(e -> e.getKey().startsWith(start) && e.getKey().contains(middle))
        .filter(e -> e.getKey().endsWith(end))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> broken("has no tensor " + start + "…" + middle + "…" + end));
  }

  /// Returns the values of one of our trained tensors, row by row.
  ///
  /// @param kind `param.` for its value, `grad.` for its gradient
  /// @param name our name, such as `layers.3.lora.self.q.A`
  float[] values(String kind, String name) {
    String[] path = name.split("\\.", 3);
    int layer = Integer.parseInt(path[1]);
    if (path[2].startsWith("prefix.")) {
      return prefix(kind, layer, path[2]);
    }
    String library = LayerNames.of(shape, layer).prefix() + inLayer(layer, path[2]);
    return floats(ending(kind, "." + library));
  }

  /// Fails unless every `param.` of the case was asked for: the case trains nothing that we do not.
  void requireAllUsed() {
    for (String name : tensors.keySet()) {
      if (name.startsWith("param.") && !used.contains(name)) {
        throw broken("trains " + name.substring(6) + ", which its groups do not name");
      }
    }
  }

  /// Returns the library's name of a tensor within its layer.
  private String inLayer(int layer, String name) {
    String group = groupOf(layer);
    LayerNames names = LayerNames.of(shape, layer);
    List<String> path = List.of(name.split("\\.", -1));
    return switch (path.getFirst()) {
      case "bitfit" -> name.substring("bitfit.".length());
      case "lora" -> {
        LayerNames.Attention attention = attention(names, path.get(1));
        String matrix = path.get(2).equals("q") ? attention.query() : attention.value();
        yield matrix + ".loras." + group + ".lora_" + path.getLast();
      }
      case "adapter" -> {
        boolean afterAttention = path.get(1).equals("attention");
        String half = path.get(path.size() - 2).equals("down") ? "adapter_down.0." : "adapter_up.";
        yield adapterPlace(names, afterAttention)
            + "adapters."
            + group
            + "."
            + half
            + path.getLast();
      }
      default -> throw broken("cannot be asked for " + name);
    };
  }

  private String adapterPlace(LayerNames names, boolean afterAttention) {
    return switch (shape.family()) {
      case BERT, ROBERTA -> afterAttention ? "attention.output." : "output.";
      case BART -> afterAttention ? "attention_adapters." : "output_adapters.";
      case T5 -> afterAttention ? "layer.0." : "layer." + names.attentions().size() + ".";
    };
  }

  /// Cuts key or value of a layer out of a group's vector, `(p, 2 k, d_a)`.
  private float[] prefix(String kind, int layer, String name) {
    String[] path = name.split("\\.", -1);
    int group = groupNumber(layer);
    String location = location(layer, path[1]);
    List<Integer> sharing =
        reference.groups().get(group).layers().stream()
            .filter(other -> location(other, path[1]).equals(location))
            .toList();
    NamedTensor vector =
        ending(kind, ".prefix_tunings.g" + (group + 1) + "." + location + ".control_trans");
    int slots = 2 * sharing.size();
    int slot = 2 * sharing.indexOf(layer) + (path[2].equals("value") ? 1 : 0);
    int width = shape.attention();
    FloatBuffer all = vector.floats();
    int length = Math.toIntExact(vector.elements() / slots / width);
    float[] rows = new float[length * width];
    for (int row = 0; row < length; row++) {
      all.get((row * slots + slot) * width, rows, row * width, width);
    }
    return rows;
  }

  /// Returns the length of the prefix that a layer's group has.
  int prefixLength(int layer) {
    String site = LayerNames.of(shape, layer).attentions().getFirst().site();
    return floats(layer, site).length / shape.attention();
  }

  private float[] floats(int layer, String site) {
    return prefix("param.", layer, "prefix." + site + ".key");
  }

  private String location(int layer, String site) {
    boolean encoderOfTwo =
        shape.family() != Family.BERT
            && shape.family() != Family.ROBERTA
            && !shape.isDecoder(layer);
    return (encoderOfTwo ? "encoder" : site) + "_prefix";
  }

  private static LayerNames.Attention attention(LayerNames names, String site) {
    return names.attentions().stream()
        .filter(attention -> attention.site().equals(site))
        .findFirst()
        .orElseThrow();
  }

  private String groupOf(int layer) {
    return "g" + (groupNumber(layer) + 1);
  }

  private int groupNumber(int layer) {
    for (int group = 0; group < reference.groups().size(); group++) {
      if (reference.groups().get(group).layers().contains(layer)) {
        return group;
      }
    }
    throw broken("has no group with layer " + layer);
  }

  static float[] floats(NamedTensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.elements())];
    tensor.floats().get(0, values);
    return values;
  }

  private TrainingException broken(String what) {
    return new TrainingException(
        reference.folder().resolve("case.safetensors") + " " + what + ": make the case again");
  }
}
