package spindle.ui.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import spindle.design.AllocationPattern;
import spindle.design.BudgetSolver;
import spindle.design.GroupingPattern;
import spindle.design.Preset;
import spindle.design.Remainder;
import spindle.design.Solution;
import spindle.design.Strategy;

class DesignEditorViewModelTest {
  private final DesignEditorViewModel model = Drawn.s4();

  @Test
  void theCountIsTheSolversToTheLastParameter() {
    Solution.Feasible expected =
        (Solution.Feasible)
            BudgetSolver.solve(
                Preset.S4.design(12).orElseThrow(), Drawn.BERT, 547_411, Remainder.SPENT);
    Tally tally = model.tallyProperty().get();
    assertEquals(expected.actual(), tally.total());
    assertEquals(expected.actualOf(2), tally.ofGroup(2));
    assertTrue(tally.total() <= 547_411);
  }

  @Test
  void aBoundaryStopsBeforeItEmptiesAGroup() {
    model.moveBoundary(0, 0);
    assertEquals(List.of(1, 5, 4, 2), model.draft().grouping().sizes());
    model.moveBoundary(0, 99);
    assertEquals(List.of(5, 1, 4, 2), model.draft().grouping().sizes());
  }

  @Test
  void everyVerbCanBeUndoneAndRedone() {
    List<Runnable> verbs =
        List.of(
            () -> model.moveBoundary(1, 8),
            () -> model.choose(GroupingPattern.BOTTLENECK),
            () -> model.choose(AllocationPattern.DECREASING),
            () -> model.weigh(3, 2),
            () -> model.toggle(2),
            () -> model.add(0, Strategy.PREFIX),
            () -> model.remove(0, Strategy.LORA),
            () -> model.flip(3, Strategy.BITFIT));
    List<Draft> states = new ArrayList<>(List.of(model.draft()));
    for (Runnable verb : verbs) {
      verb.run();
      assertFalse(states.contains(model.draft()), "changed nothing: verb " + states.size());
      states.add(model.draft());
    }
    for (int i = states.size() - 2; i >= 0; i--) {
      model.undo();
      assertEquals(states.get(i), model.draft());
    }
    assertFalse(model.canUndoProperty().get());
    for (int i = 1; i < states.size(); i++) {
      model.redo();
      assertEquals(states.get(i), model.draft());
    }
    assertFalse(model.canRedoProperty().get());
  }

  @Test
  void aGestureIsUndoneAsAWhole() {
    Draft before = model.draft();
    model.beginGesture();
    for (int place = 2; place < 6; place++) {
      model.moveBoundary(0, place);
    }
    model.endGesture();
    model.undo();
    assertEquals(before, model.draft());
    assertFalse(model.canUndoProperty().get());
  }

  @Test
  void aGestureThatComesBackLeavesNoTrace() {
    model.beginGesture();
    model.moveBoundary(0, 4);
    model.moveBoundary(0, 2);
    model.endGesture();
    assertFalse(model.canUndoProperty().get());
  }

  @Test
  void aNewChangeForgetsWhatWasUndone() {
    model.toggle(0);
    model.undo();
    model.toggle(1);
    assertFalse(model.canRedoProperty().get());
  }

  @Test
  void aFrozenGroupLeavesItsBudgetToTheOthers() {
    long before = model.tallyProperty().get().ofGroup(1);
    model.toggle(0);
    assertEquals(0, model.tallyProperty().get().ofGroup(0));
    assertTrue(model.tallyProperty().get().ofGroup(1) > before);
  }

  @Test
  void aTunedGroupWithoutAStrategyIsExplained() {
    model.remove(0, Strategy.ADAPTER);
    model.remove(0, Strategy.LORA);
    assertEquals(
        List.of("G1 is switched on but has no strategy: drop one on it, or switch it off."),
        model.tallyProperty().get().problems());
    assertTrue(model.design().isEmpty());
    model.toggle(0);
    assertTrue(model.design().isPresent());
  }

  @Test
  void nothingTunedIsExplained() {
    for (int group = 0; group < 4; group++) {
      model.toggle(group);
    }
    assertEquals(
        List.of("No group is switched on: switch on at least one."),
        model.tallyProperty().get().problems());
  }

  @Test
  void aBudgetThatDoesNotSufficeIsExplainedInWords() {
    DesignEditorViewModel poor = Drawn.of(20_000);
    String all = String.join(" ", poor.tallyProperty().get().problems());
    assertTrue(all.contains("BitFit alone needs 8,448 parameters and gets 1,666."), all);
    assertTrue(all.contains("A budget of"), all);
    assertEquals(0, poor.tallyProperty().get().total());
  }

  @Test
  void aPartThatIsNotEditableStaysAsItIs() {
    DesignEditorViewModel grouping =
        new DesignEditorViewModel(
            Drawn.BERT, 547_411, Preset.S4.design(12).orElseThrow(), EnumSet.of(Part.GROUPING));
    Draft before = grouping.draft();
    grouping.weigh(0, 3);
    grouping.toggle(1);
    grouping.add(0, Strategy.BITFIT);
    grouping.choose(AllocationPattern.INCREASING);
    assertEquals(before, grouping.draft());
    grouping.moveBoundary(0, 3);
    assertEquals(List.of(3, 3, 4, 2), grouping.draft().grouping().sizes());
  }

  @Test
  void droppingOnAFrozenGroupSwitchesItOn() {
    model.toggle(2);
    model.add(2, Strategy.LORA);
    assertEquals(Set.of(0, 1, 2, 3), model.draft().tuned());
  }

  @Test
  void aDrawnWeightMakesTheAllocationCustom() {
    model.weigh(0, 2);
    assertEquals(AllocationPattern.CUSTOM, model.draft().allocation().pattern());
    Tally tally = model.tallyProperty().get();
    assertEquals(
        2.0, tally.layers().get(0).target() / (double) tally.layers().get(1).target(), 1e-3);
  }

  @Test
  void aWeightNeverReachesZero() {
    model.weigh(0, -1);
    assertTrue(model.draft().allocation().weights().getFirst() > 0);
  }

  @Test
  void theLastVerbIsSaid() {
    model.add(3, Strategy.ADAPTER);
    assertEquals("Adapter added to G4", model.announcementProperty().get());
    model.moveBoundary(0, 1);
    assertEquals("Boundary 1 after layer 0", model.announcementProperty().get());
  }
}
