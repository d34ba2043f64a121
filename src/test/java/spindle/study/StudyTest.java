package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import spindle.study.Decision.Basis;

class StudyTest {

  private static final StageKind GROUPING = new StageKind.Grouping();
  private static final StageKind ALLOCATION = new StageKind.Allocation();
  private static final StudyPlan PLAN =
      StudyFixtures.plan(
          new SamplingPlan.Paired(12, 8, 4, 0.95),
          List.of(GROUPING, ALLOCATION, new StageKind.Tuned(), new StageKind.Strategies(1)));
  private static final StudyPlan SHORT =
      StudyFixtures.plan(new SamplingPlan.Paired(8, 4, 4, 0.95), List.of(GROUPING, ALLOCATION));

  @Test
  void theOrderOfCompletionAndTheNumberOfWorkersChangeNothing() {
    var one = new FakeTraining(new SplittableRandom(1), 1);
    var seven = new FakeTraining(new SplittableRandom(2), 7);
    StudyPath alone = one.run(new Study(PLAN, one), StudyPath.main());
    StudyPath together = seven.run(new Study(PLAN, seven), StudyPath.main());
    assertEquals(4, alone.decisions().size());
    assertEquals(alone, together);
    assertEquals(one.trained(), seven.trained());
    Study study = new Study(PLAN, one);
    Study other = new Study(PLAN, seven);
    for (Decision decision : alone.decisions()) {
      assertEquals(
          study.decided(alone, decision).entries(), other.decided(together, decision).entries());
    }
  }

  @Test
  void whatTheFakeTrainingRewardsIsFound() {
    var training = new FakeTraining(new SplittableRandom(1), 4);
    StudyPath path = training.run(new Study(PLAN, training), StudyPath.main());
    assertEquals("G1,G2,G3,G4", path.decision(new StageKind.Tuned()).orElseThrow().chosen());
    String chosen = path.decision(new StageKind.Strategies(1)).orElseThrow().chosen();
    assertTrue(chosen.contains("L"), chosen);
  }

  @Test
  void aStudyReopenedFromItsLogGoesOnWhereItWas() {
    var undisturbed = new FakeTraining(new SplittableRandom(1), 2);
    StudyPath expected = undisturbed.run(new Study(SHORT, undisturbed), StudyPath.main());

    var first = new FakeTraining(new SplittableRandom(3), 3);
    Study study = new Study(SHORT, first);
    for (int i = 0; i < 9; i++) {
      if (study.next(StudyPath.main(), first.running.keySet(), 3 - first.running.size())
          instanceof Step.Train(List<TrialSpec> trials)) {
        trials.forEach(trial -> first.running.put(trial.id(), trial));
      }
      first.endOne();
    }
    var second = new FakeTraining(new SplittableRandom(4), 2);
    second.ended.putAll(first.ended);
    assertEquals(expected, second.run(new Study(SHORT, second), StudyPath.main()));
    assertEquals(undisturbed.trained(), second.trained());
  }

  @Test
  void aForkTrainsNothingTwice() {
    var training = new FakeTraining(new SplittableRandom(1), 2);
    Study study = new Study(SHORT, training);
    StudyPath path = training.run(study, StudyPath.main());
    Set<String> trained = training.trained();
    StudyPath fork = path.fork("again", GROUPING);
    String kept = path.decisions().getFirst().chosen();
    StudyPath same = study.override(fork, kept, "to see it again");
    assertTrue(study.next(same, Set.of(), 2) instanceof Step.Decide);
    training.run(study, same);
    assertEquals(trained, training.trained());

    String other = kept.equals("spindle") ? "uniform" : "spindle";
    training.run(study, study.override(fork, other, "the other way"));
    assertTrue(training.trained().containsAll(trained));
    assertTrue(training.trained().size() > trained.size());
  }

  @Test
  void anOverrideKeepsReasonAndEvidence() {
    var training = new FakeTraining(new SplittableRandom(1), 2);
    Study study = new Study(SHORT, training);
    StudyPath path = study.override(StudyPath.main(), "spindle", "the paper's choice");
    Decision decision = path.decisions().getFirst();
    assertEquals(new Basis.Overridden("the paper's choice"), decision.basis());
    assertEquals("nothing measured yet", decision.evidence().sentence());
    assertThrows(IllegalArgumentException.class, () -> new Basis.Overridden(" "));
    assertThrows(IllegalArgumentException.class, () -> study.override(path, "spiral", "a whim"));
  }

  @Test
  void aStageThatIsBeingSampledIsNotKept() {
    Study study = new Study(SHORT, _ -> List.of());
    assertThrows(IllegalStateException.class, () -> study.keep(StudyPath.main()));
  }

  @Test
  void aTrialIsStartedOnce() {
    Study study = new Study(SHORT, _ -> List.of());
    Step step = study.next(StudyPath.main(), Set.of(), 3);
    assertTrue(step instanceof Step.Train(List<TrialSpec> trials) && trials.size() == 3);
    Set<String> running =
        ((Step.Train) step).trials().stream().map(TrialSpec::id).collect(Collectors.toSet());
    Step next = study.next(StudyPath.main(), running, 2);
    assertTrue(next instanceof Step.Train);
    for (TrialSpec trial : ((Step.Train) next).trials()) {
      assertFalse(running.contains(trial.id()));
    }
    assertEquals(new Step.Await(), study.next(StudyPath.main(), running, 0));
  }

  @Test
  void withOneTaskOfADesignMissingTheDesignIsOpen() {
    var training = new FakeTraining(new SplittableRandom(1), 1);
    Study study = new Study(SHORT, training);
    StageProgress before = study.open(StudyPath.main()).orElseThrow();
    TrialSpec first = before.wanted().getFirst();
    training.ended.put(first.id(), List.of(FakeTraining.outcome(first)));
    StageProgress after = study.open(StudyPath.main()).orElseThrow();
    assertTrue(after.table().draws().isEmpty());
    assertEquals(before.wanted().size() - 1, after.wanted().size());
  }
}
