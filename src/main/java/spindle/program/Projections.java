package spindle.program;

import java.util.List;
import java.util.Optional;
import spindle.backbone.LayerNames;
import spindle.design.Family;
import spindle.design.Precision;

/// Writes the linear maps of a layer, with their biases and LoRA.
///
/// In bfloat16 the frozen maps of one input are one product: the input is shortened once, and their
/// weights lie one below another.
final class Projections {

  private final Draft draft;
  private final References tensors;
  private final Family family;
  private final LayerNames names;
  private final String path;

  Projections(Draft draft, int layer) {
    this.draft = draft;
    this.tensors = draft.tensors();
    this.family = draft.config().shape().family();
    this.names = LayerNames.of(draft.config().shape(), layer);
    this.path = "layers." + layer + ".";
  }

  /// A linear map that is to be written.
  ///
  /// @param variable what its output is left in
  /// @param module its name in the layer
  /// @param lora the name of a LoRA update of it
  record Map(String variable, String module, String lora) {}

  /// Writes some maps of one input to outputs of one width.
  void write(String input, List<Map> maps) {
    List<String> modules = maps.stream().map(Map::module).toList();
    if (maps.size() == 1 || !isShort(modules)) {
      for (Map map : maps) {
        assign(map.variable(), of(input, map.module(), map.lora()));
      }
      return;
    }
    int width = draft.config().shape().attention();
    draft.out().line("p = torch.split(" + product(input, modules) + ", " + width + ", 2)");
    for (int i = 0; i < maps.size(); i++) {
      Map map = maps.get(i);
      String whole = withBias("p[" + i + "]", map.module(), modules);
      assign(map.variable(), withLora(whole, input, map.lora()));
    }
  }

  private void assign(String variable, String value) {
    draft.out().line(variable + " = " + value + "  # (B, S, D)");
  }

  /// Returns a linear map with its bias and LoRA.
  String of(String input, String module, String lora) {
    return withLora(plain(input, module), input, lora);
  }

  /// Returns a linear map with its bias and LoRA for a function that takes either format: in
  /// bfloat16 if it is computed in that and nothing is added to it.
  String brief(String input, String module, String lora) {
    List<String> modules = List.of(module);
    boolean bare = !tensors.isTrained(path + lora + ".A") && haveShortBiases(modules);
    return bare && isShort(modules)
        ? product("half_product", input, modules)
        : of(input, module, lora);
  }

  private String withLora(String plain, String input, String lora) {
    if (!tensors.isTrained(path + lora + ".A")) {
      return plain;
    }
    String down = tensors.trained(path + lora + ".A");
    String up = tensors.trained(path + lora + ".B");
    return "torch.add_(self.low_rank(%s, %s, %s), %s)".formatted(input, down, up, plain);
  }

  private String plain(String input, String module) {
    if (isShort(List.of(module))) {
      return withBias(product(input, List.of(module)), module, List.of(module));
    }
    String weight = tensors.backbone(weight(module));
    return bias(module)
        .map(name -> draft.dialect().linear(input, weight, name))
        .orElseGet(() -> draft.dialect().linear(input, weight));
  }

  private boolean isShort(List<String> modules) {
    return draft.precision() == Precision.BFLOAT16
        && modules.stream().allMatch(module -> tensors.isFrozen(weight(module)));
  }

  private String product(String input, List<String> modules) {
    return product("half_linear", input, modules);
  }

  private String product(String method, String input, List<String> modules) {
    String weights = tensors.half(modules.stream().map(this::weight).toList());
    String biases =
        haveShortBiases(modules)
            ? tensors.half(modules.stream().map(this::frozenBias).toList())
            : "None";
    return "self.%s(%s, %s, %s)".formatted(method, input, weights, biases);
  }

  /// Says whether the biases of some maps are part of their product.
  private boolean haveShortBiases(List<String> modules) {
    return family != Family.T5
        && modules.stream().allMatch(module -> tensors.isFrozen(frozenBias(module)));
  }

  private String withBias(String product, String module, List<String> modules) {
    return haveShortBiases(modules)
        ? product
        : bias(module).map(name -> draft.dialect().added(product, name)).orElse(product);
  }

  private String weight(String module) {
    return names.prefix() + module + ".weight";
  }

  private String frozenBias(String module) {
    return names.prefix() + module + ".bias";
  }

  /// Names the bias of a module: the backbone's, or one that BitFit adds to T5, if it does.
  Optional<String> bias(String module) {
    if (family != Family.T5) {
      return Optional.of(tensors.backbone(frozenBias(module)));
    }
    String added = path + "bitfit." + module + ".bias";
    return Optional.of(added).filter(tensors::isTrained).map(tensors::trained);
  }
}
