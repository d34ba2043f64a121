package spindle.design;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// The forms in which a design's strategies are built, the same in every layer.
///
/// @param adapter placement of adapters
/// @param prefix parametrisation of prefixes
/// @param lora projections that LoRA updates, never empty
public record ModuleOptions(AdapterPlacement adapter, PrefixForm prefix, Set<LoraMatrix> lora) {

  /// Pfeiffer adapters, flat prefixes, LoRA on query and value.
  public static final ModuleOptions DEFAULT =
      new ModuleOptions(
          AdapterPlacement.PFEIFFER,
          new PrefixForm.Flat(),
          EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE));

  /// Copies the matrices.
  ///
  /// @throws IllegalArgumentException if LoRA has no matrix
  public ModuleOptions {
    if (lora.isEmpty()) {
      throw new IllegalArgumentException("LoRA needs at least one matrix");
    }
    lora = Collections.unmodifiableSet(EnumSet.copyOf(lora));
  }
}
