package spindle.peft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import spindle.design.AdapterPlacement;
import spindle.design.BackboneShape;
import spindle.design.Family;
import spindle.design.FeedForward;
import spindle.design.LayerPlan;
import spindle.design.LoraMatrix;
import spindle.design.ParameterCount;
import spindle.design.PeftModule;
import spindle.design.PrefixForm;
import spindle.design.PrefixNetworkCount;
import spindle.design.Tuning;

/// The trained tensors hold as many scalars as the formulas of the budget say.
class TrainableCountTest {

  private static final Head NONE =
      new Head(1, Head.Loss.CLASSIFICATION, Optional.empty(), "classifier");

  @Test
  void everyStrategyOfEveryFamilyHoldsWhatTheFormulaSays() {
    for (BackboneShape shape : shapes()) {
      for (PeftModule module : modules()) {
        LayerPlan plan = everywhere(shape, module);
        assertEquals(
            ParameterCount.of(plan, shape),
            count(shape, plan, Tuning.Outside.FROZEN),
            shape + "" + module);
      }
    }
  }

  @Test
  void everyLayerHoldsWhatTheFormulaSays() {
    for (BackboneShape shape : shapes()) {
      for (PeftModule module : modules()) {
        for (int layer = 0; layer < shape.layers(); layer++) {
          List<List<PeftModule>> layers =
              new ArrayList<>(Collections.nCopies(shape.layers(), List.of()));
          layers.set(layer, List.of(module));
          assertEquals(
              ParameterCount.of(module, shape, layer),
              count(shape, new LayerPlan(layers), Tuning.Outside.FROZEN));
        }
      }
    }
  }

  @Test
  void prefixNetworksHoldWhatTheFormulaSays() {
    PeftModule made = new PeftModule.Prefix(7, new PrefixForm.Reparametrised(11));
    for (BackboneShape shape : shapes()) {
      LayerPlan plan = everywhere(shape, made);
      assertEquals(PrefixNetworkCount.of(plan, shape), count(shape, plan, Tuning.Outside.FROZEN));
    }
  }

  @Test
  void biasesOfT5AreThoseOfCompacterWithoutTheHead() {
    PeftModule biases = new PeftModule.BitFit();
    BackboneShape base = t5(12, 768, 3072, FeedForward.PLAIN);
    assertEquals(250_368, count(base, everywhere(base, biases), Tuning.Outside.BIASES));
    BackboneShape large =
        new BackboneShape(
            Family.T5, 24, 24, 1024, 4096, 16384, 32, FeedForward.PLAIN, 2_851_598_336L);
    assertEquals(1_918_976, count(large, everywhere(large, biases), Tuning.Outside.BIASES));
  }

  @Test
  void anEncoderOfT5AloneHasOneFinalNorm() {
    BackboneShape shape = new BackboneShape(Family.T5, 2, 0, 8, 8, 16, 2, FeedForward.PLAIN, 1000);
    LayerPlan plan = everywhere(shape, new PeftModule.BitFit());
    assertEquals(ParameterCount.of(plan, shape) + 8, count(shape, plan, Tuning.Outside.BIASES));
  }

  private static long count(BackboneShape shape, LayerPlan plan, Tuning.Outside outside) {
    Map<String, List<Long>> none = new HashMap<>();
    return Trainables.budgeted(
        Trainables.of(new Tuning.Modules(plan, outside), shape, new TreeMap<>(none), NONE));
  }

  private static LayerPlan everywhere(BackboneShape shape, PeftModule module) {
    return new LayerPlan(Collections.nCopies(shape.layers(), List.of(module)));
  }

  private static List<PeftModule> modules() {
    List<PeftModule> modules = new ArrayList<>();
    for (AdapterPlacement placement : AdapterPlacement.values()) {
      modules.add(new PeftModule.Adapter(5, placement));
    }
    modules.add(new PeftModule.Prefix(3, new PrefixForm.Flat()));
    modules.add(new PeftModule.BitFit());
    for (LoraMatrix matrix : LoraMatrix.values()) {
      modules.add(new PeftModule.Lora(2, EnumSet.of(matrix)));
    }
    modules.add(new PeftModule.Lora(4, EnumSet.allOf(LoraMatrix.class)));
    return modules;
  }

  private static List<BackboneShape> shapes() {
    return List.of(
        new BackboneShape(Family.BERT, 3, 0, 24, 24, 56, 4, FeedForward.PLAIN, 1000),
        new BackboneShape(Family.ROBERTA, 2, 0, 24, 24, 56, 4, FeedForward.PLAIN, 1000),
        new BackboneShape(Family.BART, 3, 2, 24, 24, 56, 4, FeedForward.PLAIN, 1000),
        new BackboneShape(Family.T5, 2, 3, 24, 40, 56, 4, FeedForward.PLAIN, 1000),
        new BackboneShape(Family.T5, 2, 3, 24, 40, 56, 4, FeedForward.GATED, 1000));
  }

  private static BackboneShape t5(int layers, int hidden, int inner, FeedForward form) {
    return new BackboneShape(
        Family.T5, layers, layers, hidden, hidden, inner, hidden / 64, form, 222_903_552);
  }
}
