package spindle.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The totals are those that `adapters` 1.2.0 and the model classes of `transformers` report.
class ParameterCountTest {
  private static final Set<LoraMatrix> QUERY_VALUE = EnumSet.of(LoraMatrix.QUERY, LoraMatrix.VALUE);

  @Test
  void adaptersCountAsInTheReference() {
    assertEquals(894_528, everywhere(new PeftModule.Adapter(48, AdapterPlacement.PFEIFFER)));
    assertEquals(1_789_056, everywhere(new PeftModule.Adapter(48, AdapterPlacement.HOULSBY)));
    assertEquals(894_528, everywhere(new PeftModule.Adapter(48, AdapterPlacement.PARALLEL)));
  }

  @Test
  void loraCountsAsInTheReference() {
    assertEquals(294_912, everywhere(new PeftModule.Lora(8, QUERY_VALUE)));
  }

  @Test
  void prefixesCountInTheirFlatFormAndTheirNetworksApart() {
    assertEquals(552_960, everywhere(new PeftModule.Prefix(30, new PrefixForm.Flat())));
    PeftModule made = new PeftModule.Prefix(30, new PrefixForm.Reparametrised(512));
    assertEquals(552_960, everywhere(made));
    assertEquals(9_872_384, PrefixNetworkCount.of(plan(12, made), Shapes.ROBERTA_BASE));
    PeftModule shorter = new PeftModule.Prefix(10, new PrefixForm.Reparametrised(512));
    assertEquals(9_857_024, PrefixNetworkCount.of(plan(12, shorter), Shapes.ROBERTA_BASE));
    PeftModule flat = new PeftModule.Prefix(30, new PrefixForm.Flat());
    assertEquals(0, PrefixNetworkCount.of(plan(12, flat), Shapes.ROBERTA_BASE));
  }

  @Test
  void encoderDecoderAndCrossAttentionHaveEachTheirPrefixNetwork() {
    PeftModule made = new PeftModule.Prefix(10, new PrefixForm.Reparametrised(512));
    long one = 10 * 768 + 768 * 512 + 512 + 2L * 6 * 768 * 513;
    assertEquals(3 * one, PrefixNetworkCount.of(plan(12, made), Shapes.BART_BASE));
  }

  @Test
  void biasesCountAsInTheModelClasses() {
    assertEquals(8_448, ParameterCount.layerBiases(Shapes.ROBERTA_BASE, 0));
    assertEquals(11_264, ParameterCount.layerBiases(Shapes.ROBERTA_LARGE, 0));
    assertEquals(8_448, ParameterCount.layerBiases(Shapes.BART_BASE, 5));
    assertEquals(12_288, ParameterCount.layerBiases(Shapes.BART_BASE, 6));
    assertEquals(102_912, allBiases(Shapes.BERT_BASE));
    assertEquals(102_912, allBiases(Shapes.ROBERTA_BASE));
    assertEquals(272_384, allBiases(Shapes.BERT_LARGE));
    assertEquals(272_384, allBiases(Shapes.ROBERTA_LARGE));
    assertEquals(125_952, allBiases(Shapes.BART_BASE));
    assertEquals(333_824, allBiases(Shapes.BART_LARGE));
    assertEquals(
        102_912 - 768,
        ParameterCount.layerBiases(Shapes.BERT_BASE)
            + ParameterCount.outsideBiases(Shapes.BERT_BASE, ParameterCount.Pooler.ABSENT));
  }

  @Test
  void theBiasesAddedToT5CountAsInCompacter() {
    assertEquals(8_448, ParameterCount.layerBiases(Shapes.T5_BASE, 0));
    assertEquals(12_288, ParameterCount.layerBiases(Shapes.T5_BASE, 12));
    assertEquals(
        250_368,
        ParameterCount.layerBiases(Shapes.T5_BASE)
            + ParameterCount.finalNormBiases(Shapes.T5_BASE));
    assertEquals(32_768, ParameterCount.layerBiases(Shapes.T5_3B, 0));
    assertEquals(47_104, ParameterCount.layerBiases(Shapes.T5_3B, 24));
    assertEquals(
        1_918_976,
        ParameterCount.layerBiases(Shapes.T5_3B) + ParameterCount.finalNormBiases(Shapes.T5_3B));
    assertEquals(0, ParameterCount.outsideBiases(Shapes.T5_BASE, ParameterCount.Pooler.ABSENT));
  }

  @Test
  void aGatedFeedForwardBlockHasASecondInputProjection() {
    BackboneShape gated =
        new BackboneShape(Family.T5, 2, 2, 64, 96, 128, 4, FeedForward.GATED, 1_000_000);
    assertEquals(3 * 96 + 64 + 2 * 128 + 64 + 2 * 64, ParameterCount.layerBiases(gated, 0));
    assertEquals(6 * 96 + 2 * 64 + 2 * 128 + 64 + 3 * 64, ParameterCount.layerBiases(gated, 2));
    assertEquals(2 * (64 + 128), lora(gated, 0, LoraMatrix.FEED_FORWARD_IN));
    assertEquals(64 + 128, lora(gated, 0, LoraMatrix.FEED_FORWARD_OUT));
  }

  @Test
  void everyLoraMatrixCountsItsWidthsAndTheDecoderTwice() {
    for (LoraMatrix matrix :
        List.of(LoraMatrix.QUERY, LoraMatrix.KEY, LoraMatrix.VALUE, LoraMatrix.OUTPUT)) {
      assertEquals(1024 + 4096, lora(Shapes.T5_3B, 0, matrix));
      assertEquals(2 * (1024 + 4096), lora(Shapes.T5_3B, 24, matrix));
    }
    assertEquals(1024 + 16384, lora(Shapes.T5_3B, 24, LoraMatrix.FEED_FORWARD_IN));
    assertEquals(1024 + 16384, lora(Shapes.T5_3B, 24, LoraMatrix.FEED_FORWARD_OUT));
  }

  @Test
  void aPrefixIsAsWideAsAttentionAndCountsTwiceInADecoder() {
    PeftModule prefix = new PeftModule.Prefix(3, new PrefixForm.Flat());
    assertEquals(2 * 3 * 4096, ParameterCount.of(prefix, Shapes.T5_3B, 0));
    assertEquals(2 * 3 * 4096 * 2, ParameterCount.of(prefix, Shapes.T5_3B, 24));
  }

  @Test
  void aTuningCountsWhatItTrainsOutsideTheLayersToo() {
    LayerPlan bitFit = plan(12, new PeftModule.BitFit());
    assertEquals(
        102_912,
        ParameterCount.of(
            new Tuning.Modules(bitFit, Tuning.Outside.BIASES),
            Shapes.ROBERTA_BASE,
            ParameterCount.Pooler.PRESENT));
    assertEquals(
        101_376,
        ParameterCount.of(
            new Tuning.Modules(bitFit, Tuning.Outside.FROZEN),
            Shapes.ROBERTA_BASE,
            ParameterCount.Pooler.PRESENT));
    assertEquals(
        124_645_632,
        ParameterCount.of(new Tuning.Full(), Shapes.ROBERTA_BASE, ParameterCount.Pooler.PRESENT));
  }

  @Test
  void costAndCountAgreeForEverySize() {
    for (AdapterPlacement placement : AdapterPlacement.values()) {
      ModuleOptions options =
          new ModuleOptions(placement, new PrefixForm.Flat(), EnumSet.allOf(LoraMatrix.class));
      for (int layer : new int[] {0, 23, 24, 47}) {
        assertAgree(options, layer);
      }
    }
  }

  @Test
  void aPlanOfAnotherDepthIsRefused() {
    LayerPlan plan = plan(11, new PeftModule.BitFit());
    assertThrows(
        IllegalArgumentException.class, () -> ParameterCount.of(plan, Shapes.ROBERTA_BASE));
  }

  private static void assertAgree(ModuleOptions options, int layer) {
    for (PeftModule module :
        List.of(
            new PeftModule.Adapter(7, options.adapter()),
            new PeftModule.Prefix(7, options.prefix()),
            new PeftModule.Lora(7, options.lora()),
            new PeftModule.BitFit())) {
      ModuleCost cost = ParameterCount.cost(module.strategy(), options, Shapes.T5_3B, layer);
      assertEquals(cost.of(7), ParameterCount.of(module, Shapes.T5_3B, layer));
    }
  }

  private static long allBiases(BackboneShape shape) {
    return ParameterCount.layerBiases(shape)
        + ParameterCount.outsideBiases(shape, ParameterCount.Pooler.PRESENT);
  }

  private static long lora(BackboneShape shape, int layer, LoraMatrix matrix) {
    return ParameterCount.of(new PeftModule.Lora(1, EnumSet.of(matrix)), shape, layer);
  }

  private static long everywhere(PeftModule module) {
    return ParameterCount.of(plan(12, module), Shapes.ROBERTA_BASE);
  }

  private static LayerPlan plan(int layers, PeftModule module) {
    return new LayerPlan(Collections.nCopies(layers, List.of(module)));
  }
}
