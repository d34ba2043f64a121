package spindle.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BudgetSolverTest {

  @Test
  void theWorkedDesignsOfTheMethodComeOut() {
    assertWorked(Shapes.ROBERTA_BASE, Preset.S4, "51936 A16 L8 | A16 P16 | A13 P14 B | P14 B L7");
    assertUsed(Shapes.ROBERTA_BASE, Preset.S4, 605_332, 97.1);
    assertWorked(
        Shapes.ROBERTA_LARGE, Preset.S4_3B, "74033 P18 L9 | A17 L9 | P15 B L7 | A14 P15 B");
    assertUsed(Shapes.ROBERTA_LARGE, Preset.S4_3B, 1_728_704, 97.3);
    assertWorked(Shapes.BART_BASE, Preset.S4, "58092 A18 L9 | A18 P18 | A14 P7 B | P7 B L3");
    assertUsed(Shapes.BART_BASE, Preset.S4, 665_252, 95.4);
    assertWorked(Shapes.T5_BASE, Preset.S4, "46438 A14 L7 | A14 P15 | A10 P5 B | P5 B L2");
    assertUsed(Shapes.T5_BASE, Preset.S4, 1_047_800, 94.0);
    assertWorked(Shapes.T5_3B, Preset.S4_3B, "297042 P18 L14 | A71 L14 | P7 B L6 | A60 P7 B");
    assertUsed(Shapes.T5_3B, Preset.S4_3B, 13_805_136, 96.8);
  }

  @Test
  void theBaselinesOfTheMethodHaveTheirSizes() {
    assertEquals("A33", sizes(Shapes.ROBERTA_BASE, Preset.ADAPTER, 0));
    assertEquals("L16", sizes(Shapes.ROBERTA_BASE, Preset.LORA, 0));
    assertEquals("P33", sizes(Shapes.ROBERTA_BASE, Preset.PREFIX, 0));
    assertEquals("A29", sizes(Shapes.T5_BASE, Preset.ADAPTER, 0));
    assertEquals("L15", sizes(Shapes.T5_BASE, Preset.LORA, 0));
    assertEquals("L7", sizes(Shapes.T5_BASE, Preset.LORA, 12));
    assertEquals("P30", sizes(Shapes.T5_BASE, Preset.PREFIX, 0));
    assertEquals("P15", sizes(Shapes.T5_BASE, Preset.PREFIX, 12));
  }

  @Test
  void onOneStackTheSpindleSplitsT5AtTheDecoder() {
    LayerGrouping grouping = Preset.S4.design(24).orElseThrow().grouping();
    assertEquals(Shapes.T5_BASE.encoderLayers(), grouping.startOf(2));
  }

  @Test
  void theRemainderEnlargesTheStrategyOfTheSmallestUnit() {
    // layer of 51,935: A16 (25,360) and L8 (24,576) leave 1,999, which one more width of 1,537 fits
    Solution.Feasible solution = feasible(Shapes.ROBERTA_BASE, Preset.S4, Remainder.SPENT);
    assertEquals("A17 L8", words(solution.plan().layers().getFirst()));
    assertEquals(
        new LayerBudget(0, 0, 51_935, 25_360 + 1_537 + 24_576), solution.layers().getFirst());
  }

  @Test
  void aCarriedRemainderStaysInItsGroupAndWithinTheBudget() {
    Solution.Feasible spent = feasible(Shapes.BART_BASE, Preset.S4, Remainder.SPENT);
    Solution.Feasible carried = feasible(Shapes.BART_BASE, Preset.S4, Remainder.CARRIED);
    assertTrue(carried.actual() > spent.actual(), carried.actual() + " > " + spent.actual());
    for (int group = 0; group < 4; group++) {
      assertTrue(carried.actualOf(group) <= carried.targetOf(group), "group " + group);
    }
  }

  @Test
  void whatIsReportedIsWhatThePlanCounts() {
    for (Remainder remainder : Remainder.values()) {
      for (Preset preset : List.of(Preset.S4, Preset.S4_3B, Preset.HOULSBY, Preset.MAM)) {
        Solution.Feasible solution = feasible(Shapes.T5_BASE, preset, remainder);
        assertEquals(ParameterCount.of(solution.plan(), Shapes.T5_BASE), solution.actual());
        assertTrue(solution.unspent() >= 0, preset + " " + remainder);
      }
    }
  }

  @Test
  void bitFitAloneReportsItsSurplusAsUnspent() {
    Solution.Feasible solution = feasible(Shapes.ROBERTA_BASE, Preset.BITFIT, Remainder.SPENT);
    assertEquals(101_376, solution.actual());
    assertEquals(623_228 - 101_376, solution.unspent());
    assertEquals(51_935 - 8_448, solution.layers().getFirst().unspent());
  }

  @Test
  void frozenGroupsGetNothingAndTheirShareMovesToTheOthers() {
    Design design =
        new Design(
            LayerGrouping.of(2, 4, 4, 2),
            Allocation.uniform(12),
            TunedGroups.of(0, 3),
            Assignment.of("A", "P", "B", "L"),
            ModuleOptions.DEFAULT);
    var solution = solve(design, 623_228);
    assertEquals(
        "A100 A100 - - - - - - - - L50 L50",
        solution.plan().layers().stream()
            .map(layer -> layer.isEmpty() ? "-" : words(layer))
            .collect(Collectors.joining(" ")));
    assertEquals(new LayerBudget(4, 1, 0, 0), solution.layers().get(4));
    assertEquals(2 * 155_807, solution.targetOf(3));
  }

  @Test
  void splitWeightsMoveParametersBetweenStrategies() {
    Design design = Preset.UNIPELT.design(12).orElseThrow();
    Spending spending = new Spending(Remainder.UNSPENT, new SplitWeights(1, 2, 1));
    var solution =
        assertInstanceOf(
            Solution.Feasible.class,
            BudgetSolver.solve(design, Shapes.ROBERTA_BASE, 623_228, spending));
    assertEquals("A7 P16 L4", words(solution.plan().layers().getFirst()));
  }

  @Test
  void whatCannotBePaidIsNamedWithItsLayersAndTheBudgetThatWouldDo() {
    Design design = Preset.S4.design(12).orElseThrow();
    var refused =
        assertInstanceOf(
            Solution.Infeasible.class,
            BudgetSolver.solve(design, Shapes.ROBERTA_BASE, 60_000, Remainder.SPENT));
    // 5,000 a layer: less than BitFit's 8,448 in G3 and G4
    assertEquals(
        List.of(
            "Layers 6 to 9 (G3): an adapter of width 1 needs 2,305 parameters and gets 0.",
            "Layers 6 to 9 (G3): a prefix of length 1 needs 1,536 parameters and gets 0.",
            "Layers 10 to 11 (G4): a prefix of length 1 needs 1,536 parameters and gets 0.",
            "Layers 6 to 9 (G3): BitFit alone needs 8,448 parameters and gets 5,000.",
            "Layers 10 to 11 (G4): BitFit alone needs 8,448 parameters and gets 5,000.",
            "Layers 0 to 1 (G1): a LoRA of rank 1 needs 3,072 parameters and gets 2,500.",
            "Layers 10 to 11 (G4): a LoRA of rank 1 needs 3,072 parameters and gets 0.",
            "A budget of 175,116 would do."),
        refused.reasons());
  }

  @Test
  void theBudgetThatWouldDoDoesAndOneThatIsALittleSmallerDoesNot() {
    Design design = Preset.S4.design(24).orElseThrow();
    var refused =
        assertInstanceOf(
            Solution.Infeasible.class,
            BudgetSolver.solve(design, Shapes.T5_BASE, 1000, Remainder.SPENT));
    long needed = refused.needed().orElseThrow();
    assertInstanceOf(
        Solution.Feasible.class,
        BudgetSolver.solve(design, Shapes.T5_BASE, needed, Remainder.SPENT));
    assertInstanceOf(
        Solution.Infeasible.class,
        BudgetSolver.solve(design, Shapes.T5_BASE, needed - 48, Remainder.SPENT));
  }

  @Test
  void noBudgetHelpsALayerOfWeightZero() {
    Design design =
        new Design(
            LayerGrouping.of(12),
            Allocation.custom(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0)),
            TunedGroups.all(1),
            Assignment.of("L"),
            ModuleOptions.DEFAULT);
    var refused =
        assertInstanceOf(
            Solution.Infeasible.class,
            BudgetSolver.solve(design, Shapes.BERT_BASE, 1_000_000, Remainder.SPENT));
    assertEquals(Optional.empty(), refused.needed());
    assertEquals(
        List.of(
            "Layer 11 (G1): a LoRA of rank 1 needs 3,072 parameters and gets 0.",
            "No budget would do, as the allocation gives a tuned layer nothing."),
        refused.reasons());
  }

  @Test
  void aDesignOfAnotherDepthIsRefused() {
    Design design = Preset.S4.design(24).orElseThrow();
    assertThrows(
        IllegalArgumentException.class,
        () -> BudgetSolver.solve(design, Shapes.BERT_BASE, 1_000_000, Remainder.SPENT));
  }

  private static void assertWorked(BackboneShape shape, Preset preset, String expected) {
    Design design = preset.design(shape.layers()).orElseThrow();
    Solution.Feasible solution = feasible(shape, preset, Remainder.UNSPENT);
    String groups =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(group -> solution.plan().layers().get(design.grouping().startOf(group)))
            .map(BudgetSolverTest::words)
            .collect(Collectors.joining(" | "));
    long perLayer = Math.round(solution.target() / (double) shape.layers());
    assertEquals(expected, perLayer + " " + groups);
  }

  private static void assertUsed(BackboneShape shape, Preset preset, long used, double percent) {
    Solution.Feasible solution = feasible(shape, preset, Remainder.UNSPENT);
    assertEquals(used, solution.actual());
    assertEquals(percent, 100.0 * solution.actual() / solution.target(), 0.05);
  }

  private static String sizes(BackboneShape shape, Preset preset, int layer) {
    return words(feasible(shape, preset, Remainder.UNSPENT).plan().layers().get(layer));
  }

  private static Solution.Feasible feasible(
      BackboneShape shape, Preset preset, Remainder remainder) {
    Design design = preset.design(shape.layers()).orElseThrow();
    return assertInstanceOf(
        Solution.Feasible.class,
        BudgetSolver.solve(design, shape, Budget.PAPER.parameters(shape), remainder));
  }

  private static Solution.Feasible solve(Design design, long budget) {
    return assertInstanceOf(
        Solution.Feasible.class,
        BudgetSolver.solve(design, Shapes.ROBERTA_BASE, budget, Remainder.UNSPENT));
  }

  /// Writes modules as `A16 L8`.
  private static String words(List<PeftModule> modules) {
    return modules.stream()
        .map(module ->
            switch (module) {
              case PeftModule.Adapter(int width, AdapterPlacement _) -> "A" + width;
              case PeftModule.Prefix(int length, PrefixForm _) -> "P" + length;
              case PeftModule.BitFit() -> "B";
              case PeftModule.Lora(int rank, java.util.Set<LoraMatrix> _) -> "L" + rank;
            })
        .collect(Collectors.joining(" "));
  }
}
