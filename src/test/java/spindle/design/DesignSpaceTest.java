package spindle.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DesignSpaceTest {

  @Test
  void theSizesOfTheMethodComeOut() {
    BigInteger s0 = DesignSpace.s0(24).size().add(BigInteger.ONE);
    assertEquals(BigInteger.valueOf(16).pow(24), s0);
    assertEquals(7.9e28, s0.doubleValue(), 0.05e28);
    DesignSpace s3 = s3(new GroupingChoice.Fixed(LayerGrouping.of(2, 4, 4, 2)));
    assertEquals(BigInteger.valueOf(50_625), s3.size());
    assertEquals(0.0012, 4 * 15 / s3.size().doubleValue(), 0.00005);
    assertEquals(BigInteger.valueOf(202_500), s3(spindle()).size());
  }

  @Test
  void theWholeSpindleSpaceOfTwelveLayersIsListedOnce() {
    DesignSpace space = s3(spindle());
    Set<Design> seen = new HashSet<>();
    space.designs().forEach(design -> assertTrue(seen.add(design), design::toString));
    assertEquals(202_500, seen.size());
    assertTrue(seen.stream().limit(1000).allMatch(space::contains));
  }

  @Test
  void listedAndCountedSizesAgreeForFreeGroups() {
    DesignSpace space =
        DesignSpace.s0(3)
            .with(new AllocationChoice.Fixed(Allocation.uniform(3)))
            .with(new AssignmentChoice(java.util.Map.of(1, StrategySet.parse("AL"))));
    assertEquals(space.size(), BigInteger.valueOf(space.designs().count()));
    assertEquals(BigInteger.valueOf(16 * 2 * 16 - 1), space.size());
    assertEquals(space.size().longValueExact(), space.designs().distinct().count());
  }

  @Test
  void aSpaceOfFreeAllocationsCannotBeListed() {
    assertThrows(IllegalArgumentException.class, () -> DesignSpace.s0(3).designs());
  }

  @Test
  void theSameSeedDrawsTheSameDesign() {
    for (DesignSpace space : List.of(DesignSpace.s0(12), s1(spindle()), s3(spindle()))) {
      assertEquals(space.sample(streams(5)), space.sample(streams(5)));
      assertEquals(space.sample(new SplittableRandom(5)), space.sample(new SplittableRandom(5)));
      assertNotEquals(space.sample(streams(5)), space.sample(streams(6)));
    }
  }

  @Test
  void everyDrawBelongsToItsSpace() {
    DesignSpace rising = s1(spindle()).with(patterned(AllocationPattern.INCREASING));
    DesignSpace falling = s1(spindle()).with(patterned(AllocationPattern.DECREASING));
    DesignSpace fixedG1 = s3(spindle()).with(AssignmentChoice.FREE.with(0, set("AL")));
    for (DesignSpace space : List.of(DesignSpace.s0(12), rising, falling, fixedG1)) {
      for (int seed = 0; seed < 200; seed++) {
        Design design = space.sample(streams(seed));
        assertTrue(space.contains(design), design::toString);
      }
    }
  }

  @Test
  void candidatesOfTheGroupingAreComparedOnMatchedDraws() {
    for (int seed = 0; seed < 50; seed++) {
      Design one = s1(spindle()).sample(streams(seed));
      Design other =
          s1(new GroupingChoice.Patterned(GroupingPattern.BOTTLENECK, 4)).sample(streams(seed));
      assertEquals(one.allocation(), other.allocation());
      assertEquals(one.tuned(), other.tuned());
      assertEquals(one.assignment(), other.assignment());
      // the same relative place in lists of 4 and 10
      int place = GroupingPattern.SPINDLE.groupings(12, 4).indexOf(one.grouping());
      int otherPlace = GroupingPattern.BOTTLENECK.groupings(12, 4).indexOf(other.grouping());
      assertTrue(Math.abs(place / 4.0 - otherPlace / 10.0) < 0.25, place + " " + otherPlace);
    }
  }

  @Test
  void candidatesOfTheAllocationHaveTheSameSharesInAnotherOrder() {
    Design rising = s1(spindle()).with(patterned(AllocationPattern.INCREASING)).sample(streams(3));
    Design falling = s1(spindle()).with(patterned(AllocationPattern.DECREASING)).sample(streams(3));
    assertEquals(rising.allocation().weights(), falling.allocation().weights().reversed());
    assertEquals(rising.grouping(), falling.grouping());
  }

  @Test
  void fixingOneGroupLeavesTheDrawsOfTheOthers() {
    DesignSpace space = s3(spindle());
    Design free = space.sample(streams(9));
    Design fixed = space.with(AssignmentChoice.FREE.with(1, set("AP"))).sample(streams(9));
    assertEquals(set("AP"), fixed.assignment().of(1));
    for (int group : new int[] {0, 2, 3}) {
      assertEquals(free.assignment().of(group), fixed.assignment().of(group));
    }
  }

  @Test
  void drawsThatTheBudgetDoesNotPayForAreDrawnAgain() {
    BackboneShape shape = Shapes.ROBERTA_BASE;
    long budget = Budget.PAPER.parameters(shape);
    Admission affordable = Admission.affordable(shape, budget, Spending.DEFAULT);
    int unaffordable = 0;
    for (int seed = 0; seed < 100; seed++) {
      DesignSpace space = DesignSpace.s0(12);
      if (affordable.objection(space.sample(streams(seed))).isPresent()) {
        unaffordable++;
      }
      Design design = space.sample(streams(seed), affordable);
      assertInstanceOf(
          Solution.Feasible.class, BudgetSolver.solve(design, shape, budget, Spending.DEFAULT));
      assertEquals(design, space.sample(streams(seed), affordable));
    }
    assertTrue(unaffordable > 0);
  }

  @Test
  void anAdmittedFirstDrawIsTheOneWithoutAdmission() {
    assertEquals(
        DesignSpace.s0(12).sample(streams(1)),
        DesignSpace.s0(12).sample(streams(1), Admission.ALL));
  }

  @Test
  void aSpaceThatTheBudgetCannotPayForIsRefusedWithTheReason() {
    DesignSpace space = DesignSpace.of(Preset.S4.design(12).orElseThrow());
    Admission affordable = Admission.affordable(Shapes.ROBERTA_BASE, 60_000, Spending.DEFAULT);
    String refusal =
        assertThrows(DesignException.class, () -> space.sample(streams(0), affordable)).toString();
    assertTrue(refusal.endsWith("A budget of 175,116 would do."), refusal);
    assertTrue(refusal.contains("BitFit alone needs 8,448"), refusal);
  }

  @Test
  void aSpaceThatLeavesNoDesignCannotBeMade() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> DesignSpace.s0(5).with(spindle()));
    assertEquals(
        "no spindle grouping of 5 layers in 4 groups: the pattern needs at least 6 layers",
        refusal.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> s3(spindle()).with(AssignmentChoice.FREE.with(4, set("A"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> s3(spindle()).with(new TunedChoice.Fixed(TunedGroups.of(4))));
    assertThrows(
        IllegalArgumentException.class,
        () -> s3(spindle()).with(new AllocationChoice.Fixed(Allocation.uniform(11))));
  }

  /// Streams of one draw, as a study makes them from its seed and the names.
  static Function<String, RandomGenerator> streams(int draw) {
    return name -> new SplittableRandom(draw * 1_000_003L + name.hashCode());
  }

  static GroupingChoice spindle() {
    return new GroupingChoice.Patterned(GroupingPattern.SPINDLE, 4);
  }

  private static DesignSpace s1(GroupingChoice grouping) {
    return DesignSpace.s0(12).with(grouping);
  }

  private static DesignSpace s3(GroupingChoice grouping) {
    return s1(grouping)
        .with(new AllocationChoice.Fixed(Allocation.uniform(12)))
        .with(new TunedChoice.All());
  }

  private static AllocationChoice patterned(AllocationPattern pattern) {
    return new AllocationChoice.Patterned(pattern, 1);
  }

  private static StrategySet set(String letters) {
    return StrategySet.parse(letters);
  }
}
