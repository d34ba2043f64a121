package spindle.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import spindle.design.Allocation;
import spindle.design.Assignment;
import spindle.design.Design;
import spindle.design.LayerGrouping;
import spindle.design.LayerPlan;
import spindle.design.ModuleOptions;
import spindle.design.TunedGroups;

/// The fields of a design file.
record DesignFileForm(
    int schemaVersion,
    LayerGrouping grouping,
    Allocation allocation,
    TunedGroups tunedGroups,
    Assignment assignment,
    ModuleOptions options,
    Optional<List<LayerForm>> layers) {

  DesignFileForm {
    if (schemaVersion != DesignFile.SCHEMA_VERSION) {
      throw new IllegalArgumentException(DesignFile.otherVersion(schemaVersion));
    }
  }

  static DesignFileForm of(DesignFile file) {
    Design design = file.design();
    return new DesignFileForm(
        DesignFile.SCHEMA_VERSION,
        design.grouping(),
        design.allocation(),
        design.tuned(),
        design.assignment(),
        design.options(),
        file.plan().map(plan -> layers(design, plan)));
  }

  DesignFile file() {
    Design design = new Design(grouping, allocation, tunedGroups, assignment, options);
    return new DesignFile(design, layers.map(listed -> plan(design, listed)));
  }

  static List<LayerForm> layers(Design design, LayerPlan plan) {
    return IntStream.range(0, plan.layers().size())
        .mapToObj(i -> new LayerForm(i, design.grouping().groupOf(i) + 1, plan.layers().get(i)))
        .toList();
  }

  private static LayerPlan plan(Design design, List<LayerForm> listed) {
    if (listed.size() != design.layers()) {
      throw new IllegalArgumentException(
          "%d layers are listed but the grouping has %d".formatted(listed.size(), design.layers()));
    }
    for (int i = 0; i < listed.size(); i++) {
      listed.get(i).requireFits(design, i);
    }
    return new LayerPlan(listed.stream().map(LayerForm::modules).toList());
  }
}
