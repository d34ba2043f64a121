package spindle.training.parity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spindle.design.LayerPlan;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.Tuning;

/// T5's programs against [PlainT5], which is itself held against the reference library.
@Tag("engine")
class PlainT5Test {

  private static final double TOLERANCE = 2e-5;

  @ParameterizedTest
  @ValueSource(strings = {"t5", "t5-gated"})
  void thePlainModelComputesWhatTheLibraryComputes(String family) {
    try (Compiled compiled = new Compiled(family, modules(Set.of(), List.of()))) {
      float[] expected = ReferenceTensors.floats(compiled.named("logits"));
      assertTrue(distance(compiled, expected) < TOLERANCE, "" + distance(compiled, expected));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"t5", "t5-gated"})
  void aPrefixHasNoPositionAndTokensKeepTheirs(String family) {
    assertPlain(family, modules(Set.of(0, 1, 2, 3, 4, 5), List.of(prefix())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t5", "t5-gated"})
  void aPrefixOnSomeLayersLeavesThePositionsOfTheOthers(String family) {
    assertPlain(family, modules(Set.of(1, 4), List.of(prefix())));
    assertPlain(family, modules(Set.of(0, 3), List.of(prefix())));
    assertPlain(family, modules(Set.of(2, 5), List.of(prefix())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t5", "t5-gated"})
  void bitFitAddsABiasToEveryProjectionAndNorm(String family) {
    LayerPlan plan = plan(Set.of(0, 1, 2, 3, 4, 5), List.of(new PeftModule.BitFit()));
    assertPlain(family, new Tuning.Modules(plan, Tuning.Outside.BIASES));
    assertPlain(family, modules(Set.of(2, 3), List.of(new PeftModule.BitFit(), prefix())));
  }

  private static void assertPlain(String family, Tuning tuning) {
    try (Compiled compiled = new Compiled(family, tuning)) {
      float[] computed = compiled.logits();
      assertTrue(distance(compiled, computed) < TOLERANCE, "" + distance(compiled, computed));
    }
  }

  /// Returns the largest difference between logits and those of the plain model, over the largest
  /// of the latter.
  private static double distance(Compiled compiled, float[] logits) {
    PlainT5 plain = new PlainT5(compiled);
    int rows = Math.toIntExact(compiled.named("labels").shape().getFirst());
    int length = Math.toIntExact(compiled.named("labels").shape().get(1));
    int vocabulary = compiled.backbone().config().vocabulary();
    double largest = 0;
    double scale = 0;
    for (int row = 0; row < rows; row++) {
      double[][] expected =
          plain.logits(compiled.row("input_ids", row), compiled.row("labels", row));
      for (int t = 0; t < expected.length; t++) {
        for (int v = 0; v < vocabulary; v++) {
          double computed = logits[(row * length + t) * vocabulary + v];
          largest = Math.max(largest, Math.abs(computed - expected[t][v]));
          scale = Math.max(scale, Math.abs(expected[t][v]));
        }
      }
    }
    return largest / scale;
  }

  private static PeftModule prefix() {
    return new PeftModule.Prefix(3, new PrefixForm.Flat());
  }

  private static Tuning modules(Set<Integer> layers, List<PeftModule> modules) {
    return new Tuning.Modules(plan(layers, modules), Tuning.Outside.FROZEN);
  }

  private static LayerPlan plan(Set<Integer> layers, List<PeftModule> modules) {
    List<List<PeftModule>> plan = new ArrayList<>();
    for (int layer = 0; layer < 6; layer++) {
      plan.add(layers.contains(layer) ? modules : List.of());
    }
    return new LayerPlan(plan);
  }
}
