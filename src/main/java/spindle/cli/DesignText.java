package spindle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import spindle.design.AdapterPlacement;
import spindle.design.BackboneShape;
import spindle.design.Design;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.ParameterCount;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.Tuning;

/// A design on a backbone in words: what each layer trains and what it costs.
final class DesignText {

  private final TunedDesign tuned;
  private final BackboneShape shape;

  DesignText(TunedDesign tuned, BackboneShape shape) {
    this.tuned = tuned;
    this.shape = shape;
  }

  /// Returns the lines, a table of the layers at the end.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(tuned.name() + tuned.design().map(design -> ": " + design).orElse(""));
    lines.add(
        String.format(
            Locale.ROOT,
            "trains %,d of %,d parameters (%.3f %%), the task head not counted",
            tuned.trainableParameters(),
            shape.parameters(),
            100.0 * tuned.trainableParameters() / shape.parameters()));
    switch (tuned.tuning()) {
      case Tuning.Full() -> lines.add("every parameter of the backbone");
      case Tuning.Modules(LayerPlan plan, Tuning.Outside outside) -> {
        lines.add(budget());
        plan(plan, lines);
        if (outside == Tuning.Outside.BIASES) {
          lines.add("outside the layers: all biases");
        }
      }
    }
    return lines;
  }

  private String budget() {
    return String.format(
        Locale.ROOT,
        "budget %,d, unspent %,d",
        tuned.budgetParameters(),
        tuned.budgetParameters() - tuned.trainableParameters());
  }

  private void plan(LayerPlan plan, List<String> lines) {
    lines.add("layer  group  parameters  modules");
    for (int layer = 0; layer < plan.layers().size(); layer++) {
      List<PeftModule> modules = plan.layers().get(layer);
      lines.add(
          String.format(
              Locale.ROOT,
              "%5d  %5s  %,10d  %s",
              layer,
              group(tuned.design(), layer),
              ParameterCount.of(modules, shape, layer),
              modules.isEmpty()
                  ? "frozen"
                  : modules.stream().map(DesignText::words).collect(Collectors.joining(", "))));
    }
  }

  private static String group(Optional<Design> design, int layer) {
    return design.map(d -> "G" + (d.grouping().groupOf(layer) + 1)).orElse("");
  }

  private static String words(PeftModule module) {
    return switch (module) {
      case PeftModule.Adapter(int width, AdapterPlacement placement) ->
          "adapter " + width + " " + placement.name().toLowerCase(Locale.ROOT);
      case PeftModule.Prefix(int length, PrefixForm form) ->
          "prefix " + length + (form instanceof PrefixForm.Flat ? "" : " reparametrised");
      case PeftModule.BitFit() -> "BitFit";
      case PeftModule.Lora(int rank, java.util.Set<LoraMatrix> matrices) ->
          "LoRA "
              + rank
              + matrices.stream()
                  .map(matrix -> matrix.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                  .collect(Collectors.joining("+", " ", ""));
    };
  }
}
