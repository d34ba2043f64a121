package spindle.design;

import java.util.Locale;
import java.util.Optional;

/// A strategy that a layer's budget does not pay for.
///
/// @param layer layer, counted from 0
/// @param group its group, counted from 0
/// @param strategy what cannot be paid
/// @param needs fewest parameters that the strategy must have in this layer
/// @param has parameters that it would get
public record Shortfall(int layer, int group, Strategy strategy, long needs, long has) {

  /// Returns a sentence such as `Layer 3 (G2): a LoRA of rank 1 needs 3,072 parameters and gets
  /// 2,000.`
  public String sentence() {
    return sentence(Optional.empty());
  }

  /// Returns the sentence for this layer and, if given, all layers to a last one.
  String sentence(Optional<Integer> last) {
    String where = last.map(to -> "Layers " + layer + " to " + to).orElse("Layer " + layer);
    String what =
        switch (strategy) {
          case ADAPTER -> "an adapter of width 1";
          case PREFIX -> "a prefix of length 1";
          case BITFIT -> "BitFit alone";
          case LORA -> "a LoRA of rank 1";
        };
    return String.format(
        Locale.ROOT,
        "%s (G%d): %s needs %,d parameters and gets %,d.",
        where,
        group + 1,
        what,
        needs,
        has);
  }

  /// Says whether another layer, the next one, lacks exactly the same.
  boolean sameBut(Shortfall other) {
    return group == other.group
        && strategy == other.strategy
        && needs == other.needs
        && has == other.has;
  }
}
