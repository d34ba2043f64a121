package spindle.training.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spindle.design.AdapterPlacement;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.Tuning;
import spindle.peft.TrainableTensor;

/// Every strategy, in every form, on every layer of every family: what is trained has a gradient,
/// and the gradient is that of the loss.
@Tag("engine")
class StrategiesTest {

  /// Keys' biases, which a softmax does not see, and BERT's pooler, which the test's head ignores.
  private static final Pattern WITHOUT_GRADIENT =
      Pattern.compile(".*(\\.key|k_proj|Attention\\.k)\\.bias|.*pooler.*");

  @ParameterizedTest
  @ValueSource(strings = {"bert", "roberta", "bart", "t5", "t5-gated"})
  void everyTrainedTensorHasTheGradientOfTheLoss(String family) {
    for (Tuning tuning : tunings()) {
      try (Compiled compiled = new Compiled(family, tuning)) {
        float[] gradient = compiled.gradient();
        assertEquals(List.of(), withoutGradient(compiled, gradient), family + tuning);
        double norm = norm(gradient, 0, gradient.length);
        float[] direction = new float[gradient.length];
        for (int i = 0; i < gradient.length; i++) {
          direction[i] = (float) (gradient[i] / norm);
        }
        double ahead = compiled.loss(direction, 0.01);
        double behind = compiled.loss(direction, -0.01);
        assertEquals(1, (ahead - behind) / 0.02 / norm, 0.03, family + tuning);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bart", "t5"})
  void encoderAndDecoderHavePrefixNetworksOfTheirOwn(String family) {
    PeftModule made = new PeftModule.Prefix(2, new PrefixForm.Reparametrised(5));
    try (Compiled compiled = new Compiled(family, everywhere(List.of(made)))) {
      List<String> tables =
          compiled.trainables().stream()
              .map(TrainableTensor::name)
              .filter(name -> name.endsWith("table"))
              .toList();
      assertEquals(
          List.of("prefix.cross.2x5.table", "prefix.encoder.2x5.table", "prefix.self.2x5.table"),
          tables);
      assertTrue(Float.isFinite(compiled.logits()[0]));
    }
  }

  private static List<String> withoutGradient(Compiled compiled, float[] gradient) {
    double whole = norm(gradient, 0, gradient.length);
    List<String> names = new ArrayList<>();
    int from = 0;
    for (TrainableTensor tensor : compiled.trainables()) {
      int to = from + Math.toIntExact(tensor.size());
      boolean expected = !WITHOUT_GRADIENT.matcher(tensor.name()).matches();
      if (expected && !(norm(gradient, from, to) > 1e-7 * whole)) {
        names.add(tensor.name());
      }
      from = to;
    }
    return names;
  }

  private static double norm(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  private static List<Tuning> tunings() {
    PeftModule prefix = new PeftModule.Prefix(3, new PrefixForm.Flat());
    PeftModule made = new PeftModule.Prefix(3, new PrefixForm.Reparametrised(6));
    PeftModule lora = new PeftModule.Lora(2, EnumSet.allOf(LoraMatrix.class));
    PeftModule biases = new PeftModule.BitFit();
    List<Tuning> tunings = new ArrayList<>();
    for (AdapterPlacement placement : AdapterPlacement.values()) {
      PeftModule adapter = new PeftModule.Adapter(12, placement);
      tunings.add(everywhere(List.of(adapter)));
      tunings.add(everywhere(List.of(adapter, prefix, biases, lora)));
    }
    tunings.add(everywhere(List.of(made, lora)));
    LayerPlan plan = new LayerPlan(Collections.nCopies(6, List.of(biases)));
    tunings.add(new Tuning.Modules(plan, Tuning.Outside.BIASES));
    tunings.add(new Tuning.Full());
    return tunings;
  }

  private static Tuning everywhere(List<PeftModule> modules) {
    LayerPlan plan = new LayerPlan(Collections.nCopies(6, modules));
    return new Tuning.Modules(plan, Tuning.Outside.FROZEN);
  }
}
