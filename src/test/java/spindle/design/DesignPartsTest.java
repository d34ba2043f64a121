package spindle.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DesignPartsTest {

  @Test
  void thereAreFifteenStrategySetsOfWhichThePaperComparesTwelve() {
    assertEquals("A P B L AP AB PB AL PL BL APB APL ABL PBL APBL", letters(StrategySet.all()));
    assertEquals("A P B L AP AL PL APB APL ABL PBL APBL", letters(StrategySet.paper()));
  }

  @Test
  void strategySetsAreReadInAnyOrderAndWrittenInOne() {
    assertEquals("APB", StrategySet.parse("bpA").letters());
    assertRefused("unknown strategy \"X\" (known: A, P, B, L)", () -> StrategySet.parse("AX"));
    assertRefused("strategy \"A\" twice in AA", () -> StrategySet.parse("AA"));
    assertRefused("a strategy set needs at least one strategy", () -> StrategySet.parse(""));
  }

  @Test
  void thereAreFifteenSetsOfFourGroupsOfWhichThePaperComparesNine() {
    assertEquals(15, TunedGroups.subsets(4).size());
    assertEquals(15, TunedGroups.subsets(4).stream().distinct().count());
    assertEquals(9, TunedGroups.paper().stream().distinct().count());
    assertEquals("G1,G3", TunedGroups.of(2, 0).toString());
  }

  @Test
  void deterministicAllocationsHaveTheRatioOneToTwo() {
    assertEquals(List.of(1.0, 1.5, 2.0), Allocation.increasing(3, 1).weights());
    assertEquals(List.of(2.0, 1.5, 1.0), Allocation.decreasing(3, 1).weights());
    assertEquals(List.of(1.0), Allocation.increasing(1, 1).weights());
    assertEquals(List.of(1.0, 1.0), Allocation.uniform(2).weights());
  }

  @Test
  void anAllocationMustHaveTheShapeThatItClaims() {
    assertRefused(
        "the weights are not increasing",
        () -> new Allocation(AllocationPattern.INCREASING, List.of(2.0, 1.0)));
    assertRefused(
        "the weight of layer 1 must be a number from 0: NaN",
        () -> Allocation.custom(List.of(1.0, Double.NaN)));
    assertRefused(
        "an allocation needs a layer with a weight above 0",
        () -> Allocation.custom(List.of(0.0, 0.0)));
  }

  @Test
  void anAllocationKeepsItsProfileAtAnotherDepth() {
    assertEquals(Allocation.increasing(24, 1).layers(), 24);
    assertEquals(List.of(1.0, 1.5, 2.0), Allocation.increasing(5, 1).scaledTo(3).weights());
    assertEquals(Allocation.uniform(48), Allocation.uniform(12).scaledTo(48));
  }

  @Test
  void aScaledDesignKeepsItsProportions() {
    assertEquals(
        Preset.S4.design(24).orElseThrow(), Preset.S4.design(12).orElseThrow().scaledTo(24));
  }

  @Test
  void theIncreasingAllocationDividesTheBudgetOneToTwo() {
    Design design =
        new Design(
            LayerGrouping.of(12),
            Allocation.increasing(12, 1),
            TunedGroups.all(1),
            Assignment.of("L"),
            ModuleOptions.DEFAULT);
    LayerTargets targets = LayerTargets.of(design, 180_000);
    assertEquals(10_000, targets.of(0));
    assertEquals(20_000, targets.of(11));
  }

  @Test
  void aDesignWhosePartsDoNotFitIsRefused() {
    assertRefused(
        "the allocation has 11 layers but the grouping (2,4,4,2) has 12",
        () ->
            design(Allocation.uniform(11), TunedGroups.all(4), Assignment.of("A", "A", "A", "A")));
    assertRefused(
        "the assignment A/A has 2 groups but the grouping (2,4,4,2) has 4",
        () -> design(Allocation.uniform(12), TunedGroups.all(4), Assignment.of("A", "A")));
    assertRefused(
        "the tuned groups G5 are not all in the grouping (2,4,4,2)",
        () -> design(Allocation.uniform(12), TunedGroups.of(4), Assignment.of("A", "A", "A", "A")));
  }

  @Test
  void budgetsAreReadAsPercentOrFraction() {
    assertEquals(new Budget(0.005), Budget.parse("0.5%"));
    assertEquals(new Budget(0.005), Budget.parse(" 0.5 % "));
    assertEquals(new Budget(0.005), Budget.parse("0.005"));
    assertEquals(623_228, Budget.PAPER.parameters(Shapes.ROBERTA_BASE));
    assertRefused(
        "a budget is a percentage such as 0.5%, not \"lots\"", () -> Budget.parse("lots"));
    assertRefused("a budget must be above 0 % and at most 100 %: 0.0", () -> Budget.parse("0"));
  }

  @Test
  void presetsAreFoundByNameInAnySpelling() {
    assertEquals(Preset.S4_3B, Preset.parse("s4-3b"));
    assertEquals(Preset.S4_3B, Preset.parse("S4_3B"));
    assertEquals(Preset.BITFIT, Preset.parse("bitfit"));
    assertEquals(Preset.UNIPELT, Preset.parse("UniPELT"));
    assertEquals(Preset.MAM, Preset.parse("mam-like"));
    assertRefused(
        "unknown preset \"S5\" (known: S4, S4-3b, Full, Adapter, Houlsby, Parallel, Prefix, BitFit,"
            + " LoRA, UniPELT-like, MAM-like)",
        () -> Preset.parse("S5"));
  }

  @Test
  void everyPresetFitsAPublishedBackboneAtThePapersBudget() {
    for (BackboneShape shape :
        List.of(Shapes.BERT_BASE, Shapes.ROBERTA_LARGE, Shapes.BART_BASE, Shapes.T5_3B)) {
      for (Preset preset : Preset.values()) {
        PresetTuning tuning = preset.tuning(shape, Budget.PAPER.parameters(shape));
        switch (preset) {
          case FULL -> assertInstanceOf(PresetTuning.Whole.class, tuning);
          default -> assertInstanceOf(PresetTuning.Designed.class, tuning, preset.label());
        }
      }
    }
  }

  @Test
  void s4WorksAtEveryDepthFromSixAndSaysSoBelow() {
    for (int layers = 6; layers <= 50; layers++) {
      assertEquals(layers, Preset.S4.design(layers).orElseThrow().layers());
    }
    assertRefused(
        "no spindle grouping of 5 layers in 4 groups: the pattern needs at least 6 layers",
        () -> Preset.S4.design(5));
  }

  @Test
  void onlyTheBitFitPresetTrainsOutsideTheLayers() {
    PresetTuning tuning = Preset.BITFIT.tuning(Shapes.BERT_BASE, 500_000);
    assertEquals(
        Tuning.Outside.BIASES,
        assertInstanceOf(PresetTuning.Designed.class, tuning).tuning().outside());
    assertEquals(Tuning.Outside.FROZEN, Preset.S4.outside());
    assertEquals(Optional.empty(), Preset.FULL.design(12));
  }

  private static Design design(Allocation allocation, TunedGroups tuned, Assignment assignment) {
    return new Design(
        LayerGrouping.of(2, 4, 4, 2), allocation, tuned, assignment, ModuleOptions.DEFAULT);
  }

  private static String letters(List<StrategySet> sets) {
    return sets.stream().map(StrategySet::letters).collect(Collectors.joining(" "));
  }

  private static void assertRefused(
      String message, org.junit.jupiter.api.function.Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}
