package spindle.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spindle.design.GroupingPattern;
import spindle.design.Stacking;
import spindle.study.CandidateText;
import spindle.study.Conclusion;
import spindle.study.Interval;
import spindle.study.Stage;
import spindle.study.StageKind;
import spindle.study.Standing;

class CandidateNamesTest {

  private static Stage stage(StageKind kind, String... candidates) {
    Stacking stacking = Stacking.one(12, 4);
    return new Stage(
        kind,
        List.of(candidates).stream()
            .map(text -> CandidateText.parse(kind, text, stacking))
            .toList());
  }

  private static Conclusion.Duel duel(String leader, String rival) {
    Standing.Lead lead = new Standing.Lead(0.011, new Interval(0.002, 0.02));
    return new Conclusion.Duel(leader, rival, lead, 0.97, 12);
  }

  @Test
  void aVerdictSaysTheNamesOfTheCards() {
    Stage sets = stage(new StageKind.Strategies(3), "PBL", "A");
    assertEquals(
        "not separable yet: about 4 more designs would settle Prefix + BitFit + LoRA against"
            + " Adapter",
        CandidateNames.sentence(
            sets, new Conclusion.Open(duel("PBL", "A"), 4, Conclusion.Reached.NOT_YET)));
    Stage groupings = stage(new StageKind.Grouping(), "spindle", "uniform");
    assertEquals(
        "Spindle leads Uniform by 1.1 [0.2, 2.0]; probability best 0.97; 12 designs",
        CandidateNames.sentence(
            groupings, new Conclusion.Leads(duel(GroupingPattern.SPINDLE.label(), "uniform"))));
    assertEquals(
        "too early: Uniform is ahead of Spindle by 1.1 after 12 designs, judged after 20",
        CandidateNames.sentence(groupings, new Conclusion.Early(duel("uniform", "spindle"), 20)));
    assertEquals("Adapter has no rival", CandidateNames.sentence(sets, new Conclusion.Alone("A")));
    assertEquals("nothing measured yet", CandidateNames.sentence(sets, new Conclusion.Nothing()));
  }

  @Test
  void aCandidateThatIsNotOfTheStageKeepsItsName() {
    Stage sets = stage(new StageKind.Strategies(0), "A");
    assertEquals("mine has no rival", CandidateNames.sentence(sets, new Conclusion.Alone("mine")));
  }
}
