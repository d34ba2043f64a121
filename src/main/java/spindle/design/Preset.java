package spindle.design;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A named way of tuning a backbone: the designs that the paper found, and the baselines.
///
/// Baselines with modules have them in every layer, all layers alike, at the budget that is given.
public enum Preset {
  /// The design found on T5-base.
  S4(
      "S4",
      "Design found on T5-base: spindle of four groups, uniform allocation, all groups tuned,"
          + " adapter+LoRA, adapter+prefix, adapter+prefix+BitFit, prefix+BitFit+LoRA"),
  /// The design found on T5-3b.
  S4_3B(
      "S4-3b",
      "Design found on T5-3b: spindle of four groups, uniform allocation, all groups tuned,"
          + " prefix+LoRA, adapter+LoRA, prefix+BitFit+LoRA, adapter+prefix+BitFit"),
  /// Full fine-tuning.
  FULL("Full", "Full fine-tuning: every parameter of the backbone, whatever the budget"),
  /// Pfeiffer adapters everywhere.
  ADAPTER("Adapter", "A bottleneck adapter after the feed-forward block of every layer"),
  /// Houlsby adapters everywhere.
  HOULSBY("Houlsby", "A bottleneck adapter after each of the two blocks of every layer"),
  /// Parallel adapters everywhere.
  PARALLEL("Parallel", "A bottleneck adapter beside the feed-forward block of every layer"),
  /// Prefixes everywhere.
  PREFIX("Prefix", "Trainable keys and values before those of the text in every layer"),
  /// All biases.
  BITFIT("BitFit", "All biases of the backbone, also those outside the layers; a fixed size"),
  /// LoRA everywhere.
  LORA("LoRA", "Low-rank updates of query and value in every layer"),
  /// Adapter, prefix and LoRA everywhere.
  UNIPELT("UniPELT-like", "Adapter, prefix and LoRA in every layer, without UniPELT's gates"),
  /// Parallel adapter and prefix everywhere.
  MAM("MAM-like", "Parallel adapter and flat prefix in every layer, after mix-and-match adapters");

  private static final int GROUPS = 4;

  private final String label;
  private final String description;

  Preset(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /// Returns the preset of a name; case, hyphens and underscores do not matter.
  ///
  /// @throws IllegalArgumentException naming the presets if there is none of that name
  public static Preset parse(String name) {
    return Stream.of(values())
        .filter(preset ->
            plain(preset.label).equals(plain(name)) || plain(preset.name()).equals(plain(name)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "unknown preset \"%s\" (known: %s)".formatted(name, labels())));
  }

  /// Returns the name that is shown and parsed: `S4-3b`.
  public String label() {
    return label;
  }

  /// Returns one sentence that says what is trained.
  public String description() {
    return description;
  }

  /// Returns the design for a number of layers; empty for full fine-tuning, which has none.
  ///
  /// @throws IllegalArgumentException if S4 or S4-3b is asked for with fewer than 6 layers, which
  ///   do not make a spindle of four groups
  public Optional<Design> design(int layers) {
    return switch (this) {
      case S4 -> Optional.of(spindle(layers, Assignment.of("AL", "AP", "APB", "PBL")));
      case S4_3B -> Optional.of(spindle(layers, Assignment.of("PL", "AL", "PBL", "APB")));
      case FULL -> Optional.empty();
      case ADAPTER -> Optional.of(uniform(layers, "A", AdapterPlacement.PFEIFFER));
      case HOULSBY -> Optional.of(uniform(layers, "A", AdapterPlacement.HOULSBY));
      case PARALLEL -> Optional.of(uniform(layers, "A", AdapterPlacement.PARALLEL));
      case PREFIX -> Optional.of(uniform(layers, "P", AdapterPlacement.PFEIFFER));
      case BITFIT -> Optional.of(uniform(layers, "B", AdapterPlacement.PFEIFFER));
      case LORA -> Optional.of(uniform(layers, "L", AdapterPlacement.PFEIFFER));
      case UNIPELT -> Optional.of(uniform(layers, "APL", AdapterPlacement.PFEIFFER));
      case MAM -> Optional.of(uniform(layers, "AP", AdapterPlacement.PARALLEL));
    };
  }

  /// Returns the design for an encoder and a decoder as two stacks: each is grouped and assigned as
  /// a backbone of its own; empty for full fine-tuning.
  ///
  /// @throws IllegalArgumentException if S4 or S4-3b is asked for with fewer than 6 layers in a
  ///   stack
  public Optional<Design> design(int encoderLayers, int decoderLayers) {
    return design(encoderLayers).flatMap(encoder -> design(decoderLayers).map(encoder::followedBy));
  }

  /// Returns which parameters outside the layers are trained besides the design.
  public Tuning.Outside outside() {
    return this == BITFIT ? Tuning.Outside.BIASES : Tuning.Outside.FROZEN;
  }

  /// Returns what the preset trains on a backbone, with the default spending.
  ///
  /// @throws IllegalArgumentException if the backbone has too few layers
  public PresetTuning tuning(BackboneShape shape, long budget) {
    return tuning(shape, budget, Spending.DEFAULT);
  }

  /// Returns what the preset trains on a backbone.
  ///
  /// @param budget parameters that the modules may have, `N`; full fine-tuning ignores it
  /// @throws IllegalArgumentException if the backbone has too few layers
  public PresetTuning tuning(BackboneShape shape, long budget, Spending spending) {
    Optional<Design> design = design(shape.layers());
    if (design.isEmpty()) {
      return new PresetTuning.Whole();
    }
    return switch (BudgetSolver.solve(design.get(), shape, budget, spending)) {
      case Solution.Feasible feasible ->
          new PresetTuning.Designed(
              design.get(), feasible, new Tuning.Modules(feasible.plan(), outside()));
      case Solution.Infeasible infeasible -> new PresetTuning.Refused(design.get(), infeasible);
    };
  }

  private static Design spindle(int layers, Assignment assignment) {
    return new Design(
        GroupingPattern.SPINDLE.nearest(layers, GROUPS),
        Allocation.uniform(layers),
        TunedGroups.all(GROUPS),
        assignment,
        ModuleOptions.DEFAULT);
  }

  private static Design uniform(int layers, String letters, AdapterPlacement placement) {
    return new Design(
        LayerGrouping.of(layers),
        Allocation.uniform(layers),
        TunedGroups.all(1),
        Assignment.of(letters),
        new ModuleOptions(
            placement, new PrefixForm.Flat(), EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE)));
  }

  private static String labels() {
    return List.of(values()).stream().map(Preset::label).collect(Collectors.joining(", "));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
