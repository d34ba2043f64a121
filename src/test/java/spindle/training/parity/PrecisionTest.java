package spindle.training.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.Precision;
import spindle.design.Tuning;

/// Programs that multiply by frozen weights in bfloat16.
@Tag("engine")
class PrecisionTest {

  private static final Tuning MIXED =
      new Tuning.Modules(
          new LayerPlan(
              Collections.nCopies(
                  6,
                  List.of(
                      new PeftModule.Adapter(4, AdapterPlacement.PFEIFFER),
                      new PeftModule.BitFit(),
                      new PeftModule.Lora(2, EnumSet.allOf(LoraMatrix.class))))),
          Tuning.Outside.FROZEN);

  @ParameterizedTest
  @ValueSource(strings = {"bert", "roberta", "bart", "t5", "t5-gated"})
  void shortWeightsGiveNearlyTheSameGradient(String family) {
    double off = distance(gradient(family, MIXED, Precision.FLOAT32), shortened(family, MIXED));
    assertTrue(off > 1e-5 && off < 0.05, family + ": " + off);
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
