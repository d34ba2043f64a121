package spindle.training.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.Precision;
import spindle.design.PrefixForm;
import spindle.design.Tuning;

/// Programs that multiply by frozen weights in bfloat16.
@Tag("engine")
class PrecisionTest {

  /// Twice the largest distance that was measured over the designs below, by family. In T5, whose
  /// scores are not scaled, an error of a score is many times one of its share. For comparison:
  /// bfloat16 has a unit roundoff of 2^-9; a chain of 36 products forward and 36 back, each of two
  /// rounded factors and rounded itself, with errors that add like random ones and are not damped
  /// by residuals, is off by 2^-9 sqrt(72) = 0.017.
  private static final Map<String, Double> LIMITS =
      Map.of("bert", 0.0014, "roberta", 0.011, "bart", 0.0008, "t5", 0.054, "t5-gated", 0.062);

  private static final PeftModule LORA =
      new PeftModule.Lora(2, EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE));

  private static final List<Tuning> DESIGNS =
      List.of(
          everywhere(
              new PeftModule.Adapter(4, AdapterPlacement.PFEIFFER),
              new PeftModule.BitFit(),
              new PeftModule.Lora(2, EnumSet.allOf(LoraMatrix.class))),
          everywhere(new PeftModule.Adapter(4, AdapterPlacement.HOULSBY)),
          everywhere(new PeftModule.Adapter(4, AdapterPlacement.PARALLEL)),
          everywhere(new PeftModule.BitFit()),
          everywhere(new PeftModule.Prefix(3, new PrefixForm.Flat())),
          everywhere(LORA));

  @ParameterizedTest
  @ValueSource(strings = {"bert", "roberta", "bart", "t5", "t5-gated"})
  void shortWeightsGiveNearlyTheSameGradient(String family) {
    for (Tuning tuning : DESIGNS) {
      double off = distance(gradient(family, tuning, Precision.FLOAT32), shortened(family, tuning));
      assertTrue(off > 1e-5 && off < limit(family), family + tuning + ": " + off);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert", "roberta", "bart", "t5", "t5-gated"})
  void halfTheBitsWouldBeNoticed(String family) {
    Tuning tuning = DESIGNS.getFirst();
    try (Compiled wrong = new Compiled(family, tuning, Precision.BFLOAT16, PrecisionTest::fault)) {
      double off = distance(gradient(family, tuning, Precision.FLOAT32), wrong.gradient());
      assertTrue(off > limit(family), family + ": " + off);
    }
  }

  /// Makes a program round to numbers whose significands have four bits, not eight, on the way to
  /// bfloat16.
  private static String fault(String text) {
    return text.replace("torch.to(x, 15)", "torch.to(torch.to(x, 24), 15)");
  }

  private static double limit(String family) {
    return Objects.requireNonNull(LIMITS.get(family));
  }

  private static Tuning everywhere(PeftModule... modules) {
    LayerPlan plan = new LayerPlan(Collections.nCopies(6, List.of(modules)));
    return new Tuning.Modules(plan, Tuning.Outside.FROZEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert", "t5"})
  void aWholeBackboneThatIsTrainedStaysInFloat32(String family) {
    Tuning full = new Tuning.Full();
    assertArrayEquals(gradient(family, full, Precision.FLOAT32), shortened(family, full));
  }

  private static float[] shortened(String family, Tuning tuning) {
    return gradient(family, tuning, Precision.BFLOAT16);
  }

  private static float[] gradient(String family, Tuning tuning, Precision precision) {
    try (Compiled compiled = new Compiled(family, tuning, precision)) {
      return compiled.gradient();
    }
  }

  /// Returns the norm of the difference over the norm.
  private static double distance(float[] exact, float[] other) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < exact.length; i++) {
      difference += ((double) exact[i] - other[i]) * (exact[i] - other[i]);
      norm += (double) exact[i] * exact[i];
    }
    return Math.sqrt(difference / norm);
  }
}
