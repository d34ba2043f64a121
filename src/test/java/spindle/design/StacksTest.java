package spindle.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StacksTest {

  private static final Stacking TWO = Stacking.two(Shapes.T5_BASE, 4);

  @Test
  void everyGroupingOfTwoStacksHasThePatternInEach() {
    GroupingChoice spindles = TWO.patterned(GroupingPattern.SPINDLE);
    List<LayerGrouping> all = spindles.all(24).toList();
    assertEquals(16, all.size());
    assertEquals(BigInteger.valueOf(16), spindles.count(24));
    assertEquals(16, new HashSet<>(all).size());
    assertEquals(8, spindles.groups(24));
    for (LayerGrouping grouping : all) {
      assertTrue(spindles.admits(grouping), grouping::toString);
      assertTrue(GroupingPattern.SPINDLE.admits(grouping.before(12).orElseThrow()));
      assertTrue(GroupingPattern.SPINDLE.admits(grouping.from(12).orElseThrow()));
    }
    assertFalse(spindles.admits(LayerGrouping.of(2, 4, 4, 3, 1, 4, 4, 2)));
    assertFalse(spindles.admits(LayerGrouping.of(3, 3, 3, 3, 2, 4, 4, 2)));
    assertFalse(spindles.admits(LayerGrouping.of(4, 8, 8, 4)));
  }

  @Test
  void everyPairOfGroupingsIsEquallyLikely() {
    DesignSpace space = DesignSpace.s0(24).with(TWO.patterned(GroupingPattern.SPINDLE));
    SplittableRandom random = new SplittableRandom(3);
    int[] counts = new int[16];
    List<LayerGrouping> all = space.grouping().all(24).toList();
    for (int i = 0; i < 16_000; i++) {
      counts[all.indexOf(space.grouping().sample(24, random))]++;
    }
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - 1000.0) * (count - 1000.0) / 1000;
    }
    // 15 degrees of freedom: 37.7 is the 0.999 quantile
    assertEquals(0, chiSquare, 37.7);
    for (int seed = 0; seed < 20; seed++) {
      assertTrue(space.contains(space.sample(new SplittableRandom(seed))));
    }
  }

  @Test
  void theFreeChoiceOfTwoStacksNeverCrossesTheBorder() {
    GroupingChoice free = TWO.free();
    assertEquals(BigInteger.valueOf(165 * 165), free.count(24));
    for (int seed = 0; seed < 50; seed++) {
      LayerGrouping grouping = free.sample(24, new SplittableRandom(seed));
      assertEquals(4, grouping.before(12).orElseThrow().groups());
    }
  }

  @Test
  void oneStackIsTheDefaultAndMayCrossTheBorder() {
    assertEquals(new GroupingChoice.Free(4), Stacking.one(24, 4).free());
    assertEquals(Optional.of(12), Shapes.T5_BASE.border());
    assertEquals(Optional.empty(), Shapes.BERT_BASE.border());
    LayerGrouping spindle = Preset.S4.design(24).orElseThrow().grouping();
    assertEquals(Optional.of(LayerGrouping.of(4, 8)), spindle.before(12));
    assertEquals(Optional.of(LayerGrouping.of(8, 4)), spindle.from(12));
    assertEquals(Optional.empty(), LayerGrouping.of(4, 9, 8, 3).before(12));
    assertEquals(Optional.empty(), spindle.before(0));
    assertEquals(Optional.empty(), spindle.from(24));
  }

  @Test
  void thePresetOfTwoStacksIsTheDesignInEach() {
    Design design = Preset.S4.design(12, 12).orElseThrow();
    assertEquals(
        "(2,4,4,2,2,4,4,2) uniform G1,G2,G3,G4,G5,G6,G7,G8 AL/AP/APB/PBL/AL/AP/APB/PBL",
        design.toString());
    Solution solution = BudgetSolver.solve(design, Shapes.T5_BASE, 1_114_518, Spending.DEFAULT);
    assertTrue(solution instanceof Solution.Feasible, solution::toString);
    assertEquals(Optional.empty(), Preset.FULL.design(12, 12));
    assertEquals(LayerGrouping.of(6, 6), Preset.LORA.design(6, 6).orElseThrow().grouping());
    assertThrows(IllegalArgumentException.class, () -> Preset.S4.design(12, 5));
  }

  @Test
  void twoStacksAreScaledEachAndOneStackAsAWhole() {
    Design two = Preset.S4.design(12, 12).orElseThrow();
    assertEquals(
        LayerGrouping.of(1, 2, 2, 1, 1, 2, 2, 1),
        two.scaledTo(Shapes.T5_BASE, Shapes.BART_BASE).grouping());
    BackboneShape uneven =
        new BackboneShape(Family.T5, 6, 24, 64, 64, 128, 4, FeedForward.PLAIN, 1_000_000);
    assertEquals(
        LayerGrouping.of(1, 2, 2, 1, 4, 8, 8, 4), two.scaledTo(Shapes.T5_BASE, uneven).grouping());
    Design one = Preset.S4.design(24).orElseThrow();
    assertEquals(LayerGrouping.of(5, 10, 10, 5), one.scaledTo(Shapes.T5_BASE, uneven).grouping());
    assertEquals(8, two.scaledTo(Shapes.T5_BASE, Shapes.BERT_BASE).grouping().groups());
  }

  @Test
  void stacksThatCannotBeAreRefused() {
    assertRefused(() -> Stacking.two(Shapes.BERT_BASE, 4));
    assertRefused(() -> Stacking.two(Shapes.BART_BASE, 7));
    assertRefused(() -> new Stacking(24, 7, Optional.of(12)));
    assertRefused(() -> new Stacking(24, 0, Optional.empty()));
    GroupingChoice two = TWO.free();
    assertRefused(() -> new GroupingChoice.Stacks(two, 12, new GroupingChoice.Free(2)));
    assertRefused(() -> new GroupingChoice.Stacks(new GroupingChoice.Free(1), 0, two));
    assertRefused(() -> DesignSpace.s0(12).with(two));
    assertRefused(() ->
        DesignSpace.s0(10)
            .with(Stacking.two(Shapes.BART_BASE, 4).patterned(GroupingPattern.SPINDLE)));
  }

  @Test
  void joinedDesignsKeepTheirTunedGroupsAndWeights() {
    Design encoder = design(Allocation.increasing(3, 1), Set.of(0));
    Design decoder = design(Allocation.uniform(3), Set.of(1));
    Design joined = encoder.followedBy(decoder);
    assertEquals(Set.of(0, 3), joined.tuned().groups());
    assertEquals(Allocation.custom(List.of(1.0, 1.5, 2.0, 1.0, 1.0, 1.0)), joined.allocation());
    assertEquals(List.of(0, 4, 5), joined.tunedLayers());
  }

  private static Design design(Allocation allocation, Set<Integer> tuned) {
    return new Design(
        LayerGrouping.of(1, 2),
        allocation,
        new TunedGroups(tuned),
        Assignment.of("A", "L"),
        ModuleOptions.DEFAULT);
  }

  private static void assertRefused(Runnable making) {
    assertThrows(IllegalArgumentException.class, making::run);
  }
}
