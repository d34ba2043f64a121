package spindle.training.parity;

import java.util.ArrayList;
import java.util.List;
import spindle.backbone.LayerNames;
import spindle.design.AdapterPlacement;
import spindle.design.BackboneShape;
import spindle.design.LayerPlan;
import spindle.design.ModuleOptions;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;

/// The concrete design of a reference case; the sizes are those of its tensors.
final class CasePlan {

  private final ReferenceCase reference;
  private final BackboneShape shape;
  private final ReferenceTensors tensors;

  CasePlan(ReferenceCase reference, BackboneShape shape, ReferenceTensors tensors) {
    this.reference = reference;
    this.shape = shape;
    this.tensors = tensors;
  }

  LayerPlan plan() {
    List<List<PeftModule>> layers = new ArrayList<>();
    for (int layer = 0; layer < shape.layers(); layer++) {
      layers.add(modules(layer));
    }
    return new LayerPlan(layers);
  }

  private List<PeftModule> modules(int layer) {
    List<PeftModule> modules = new ArrayList<>();
    for (int group = 0; group < reference.groups().size(); group++) {
      ReferenceCase.Group members = reference.groups().get(group);
      if (members.layers().contains(layer)) {
        addModules(modules, layer, members, "g" + (group + 1));
      }
    }
    return modules;
  }

  private void addModules(
      List<PeftModule> modules, int layer, ReferenceCase.Group group, String name) {
    String path = LayerNames.of(shape, layer).prefix();
    if (group.has("A") || group.has("H")) {
      AdapterPlacement placement =
          group.has("H") ? AdapterPlacement.HOULSBY : AdapterPlacement.PFEIFFER;
      int width = rows(path, name + ".adapter_down.0.weight");
      modules.add(new PeftModule.Adapter(width, placement));
    }
    if (group.has("P")) {
      modules.add(new PeftModule.Prefix(tensors.prefixLength(layer), new PrefixForm.Flat()));
    }
    if (group.has("B")) {
      modules.add(new PeftModule.BitFit());
    }
    if (group.has("L")) {
      int rank = rows(path, ".loras." + name + ".lora_A");
      modules.add(new PeftModule.Lora(rank, ModuleOptions.DEFAULT.lora()));
    }
  }

  /// Returns the first axis of any tensor of a layer whose name ends so.
  private int rows(String path, String end) {
    return Math.toIntExact(tensors.first("param.", "." + path, end).shape().getFirst());
  }
}
