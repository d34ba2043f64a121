package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import spindle.design.Allocation;
import spindle.design.AllocationChoice;
import spindle.design.Budget;
import spindle.design.Design;
import spindle.design.DesignSpace;
import spindle.design.GroupingPattern;

class DrawsTest {

  private static final SamplingPlan PAIRED = new SamplingPlan.Paired(16, 8, 4, 0.95);
  private static final Stage GROUPINGS =
      Presets.stage(new StageKind.Grouping(), 12, 4, Presets.Extent.PAPER);

  @Test
  void matchedDesignsDifferOnlyInTheDimensionUnderTest() {
    // So rich a budget that no draw is refused.
    StudyPlan plan = rich(PAIRED);
    Draws draws = new Draws(plan);
    for (int draw = 0; draw < 20; draw++) {
      Design spindle = design(draws, plan, "spindle", draw);
      Design bottleneck = design(draws, plan, "bottleneck", draw);
      assertTrue(GroupingPattern.SPINDLE.admits(spindle.grouping()));
      assertTrue(GroupingPattern.BOTTLENECK.admits(bottleneck.grouping()));
      assertEquals(spindle.allocation(), bottleneck.allocation());
      assertEquals(spindle.tuned(), bottleneck.tuned());
      assertEquals(spindle.assignment(), bottleneck.assignment());
    }
  }

  @Test
  void theDesignsOfThePaperAreIndependent() {
    StudyPlan plan = rich(new SamplingPlan.Paper(100, 0.95));
    Draws draws = new Draws(plan);
    assertNotEquals(
        design(draws, plan, "spindle", 0).allocation(),
        design(draws, plan, "bottleneck", 0).allocation());
  }

  @Test
  void aDrawDependsOnSeedAndNumberOnly() {
    StudyPlan plan = StudyFixtures.plan(PAIRED);
    Design late = design(new Draws(plan), plan, "uniform", 9);
    Draws draws = new Draws(plan);
    for (int draw = 0; draw < 9; draw++) {
      assertNotEquals(late, design(draws, plan, "uniform", draw));
    }
    assertEquals(late, design(draws, plan, "uniform", 9));
    StudyPlan other = new StudyPlan(plan.subject(), 4, plan.order(), plan.protocol(), new Seed(8));
    assertNotEquals(late, design(new Draws(other), other, "uniform", 9));
  }

  @Test
  void aDesignFitsTheBudget() {
    StudyPlan plan = StudyFixtures.plan(PAIRED);
    Draw draw = new Draws(plan).of(plan.space(), GROUPINGS.candidate("spindle"), 3);
    assertTrue(
        draw instanceof Draw.Drawn drawn
            && drawn.solution().actual() <= plan.subject().parameters());
  }

  @Test
  void aBudgetTooSmallForAnythingSaysWhy() {
    StudyPlan plan = with(StudyFixtures.plan(PAIRED), new Budget(1e-6));
    DesignSpace uniform = plan.space().with(new AllocationChoice.Fixed(Allocation.uniform(12)));
    Draw draw = new Draws(plan).of(uniform, GROUPINGS.candidate("spindle"), 3);
    assertTrue(draw instanceof Draw.Impossible impossible && !impossible.reason().isBlank());
  }

  @Test
  void theSameTrainingOfAnotherStageHasTheSameName() {
    StudyPlan plan = StudyFixtures.plan(PAIRED);
    Study study = new Study(plan, _ -> List.of());
    Draw draw = new Draws(plan).of(plan.space(), GROUPINGS.candidate("spindle"), 3);
    assertEquals(study.trials(draw, 3), study.trials(draw, 3));
    assertNotEquals(study.trials(draw, 3), study.trials(draw, 4));
    assertEquals(2, study.trials(draw, 3).size());
  }

  private static StudyPlan rich(SamplingPlan sampling) {
    return with(StudyFixtures.plan(sampling), new Budget(1));
  }

  private static StudyPlan with(StudyPlan plan, Budget budget) {
    return new StudyPlan(
        StudyFixtures.subject(budget), plan.groups(), plan.order(), plan.protocol(), plan.seed());
  }

  private static Design design(Draws draws, StudyPlan plan, String candidate, int draw) {
    return switch (draws.of(plan.space(), GROUPINGS.candidate(candidate), draw)) {
      case Draw.Drawn(Design design, var _) -> design;
      case Draw.Impossible(String reason) -> throw new AssertionError(reason);
    };
  }
}
