package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import spindle.design.Allocation;
import spindle.design.AllocationChoice;
import spindle.design.GroupingChoice;
import spindle.design.LayerGrouping;
import spindle.design.Preset;
import spindle.design.TunedChoice;
import spindle.design.TunedGroups;

class StudyPathTest {

  private static final StageKind GROUPING = new StageKind.Grouping();
  private static final StageKind TUNED = new StageKind.Tuned();
  private static final StudyPlan PLAN = StudyFixtures.plan(new SamplingPlan.Paired(8, 4, 4, 0.95));
  private static final Study STUDY = new Study(PLAN, _ -> List.of());

  @Test
  void aDeepBackboneHasThePapersCandidates() {
    assertEquals(
        List.of("increasing", "uniform", "decreasing", "spindle", "bottleneck"),
        names(GROUPING, 12, Presets.Extent.PAPER));
    assertEquals(
        List.of("G1", "G2", "G3", "G4", "G1,G2", "G3,G4", "G1,G2,G3", "G2,G3,G4", "G1,G2,G3,G4"),
        names(TUNED, 12, Presets.Extent.PAPER));
    assertEquals(15, names(TUNED, 12, Presets.Extent.ALL).size());
    assertEquals(12, names(new StageKind.Strategies(0), 12, Presets.Extent.PAPER).size());
    assertEquals(15, names(new StageKind.Strategies(0), 12, Presets.Extent.ALL).size());
  }

  @Test
  void aShallowBackboneHasOnlyThePatternsThatItCanHave() {
    assertEquals(List.of("spindle", "bottleneck"), names(GROUPING, 6, Presets.Extent.PAPER));
    assertThrows(IllegalArgumentException.class, () -> names(GROUPING, 5, Presets.Extent.PAPER));
  }

  @Test
  void stagesAreOpenInThePlansOrder() {
    List<String> order = new ArrayList<>();
    StudyPath path = StudyPath.main();
    for (String choice : List.of("spindle", "uniform", "G1,G2,G3,G4", "AL", "AP", "APB", "PBL")) {
      order.add(path.open(PLAN).orElseThrow().kind().id());
      path = STUDY.override(path, choice, "as in the paper");
    }
    assertEquals(List.of("grouping", "allocation", "groups", "G1", "G2", "G3", "G4"), order);
    assertEquals(Optional.empty(), path.open(PLAN));
    assertEquals(new Pattern.Complete(Preset.S4.design(12).orElseThrow()), Pattern.of(PLAN, path));
    assertEquals(new Step.Done(), STUDY.next(path, Set.of(), 4));
  }

  @Test
  void encoderAndDecoderMayBeDecidedAsTwoStacks() {
    StudyPlan plan = StudyFixtures.twoStacks();
    Study study = new Study(plan, _ -> List.of());
    StudyPath path = StudyPath.main();
    assertEquals(8, path.space(plan).groups());
    List<String> choices =
        List.of("spindle", "uniform", "G1,G2,G3,G4,G5,G6,G7,G8", "AL", "AP", "APB", "PBL");
    for (String choice : choices) {
      path = study.override(path, choice, "as in the paper");
    }
    for (String choice : choices.subList(3, 7)) {
      path = study.override(path, choice, "as in the encoder");
    }
    assertEquals(
        new Pattern.Complete(Preset.S4.design(6, 6).orElseThrow()), Pattern.of(plan, path));
    Candidate spindle =
        Presets.stage(GROUPING, plan.stacking(), Presets.Extent.PAPER).candidate("spindle");
    String text = CandidateText.of(spindle).orElseThrow();
    assertEquals(spindle, CandidateText.parse(GROUPING, text, plan.stacking()));
  }

  @Test
  void theBorderIsThatOfTheBackbone() {
    StudyPlan two = StudyFixtures.twoStacks();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new StudyPlan(
                two.subject(), 8, two.order(), two.protocol(), two.seed(), Optional.of(5)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new StudyPlan(
                PLAN.subject(), 4, PLAN.order(), PLAN.protocol(), PLAN.seed(), Optional.of(6)));
  }

  @Test
  void anotherOrderIsPossible() {
    List<StageKind> order = List.of(new StageKind.Strategies(2), GROUPING);
    StudyPlan plan = StudyFixtures.plan(PLAN.protocol().sampling(), order);
    StudyPath path =
        new Study(plan, _ -> List.of()).override(StudyPath.main(), "PBL", "to begin with");
    assertEquals("grouping", path.open(plan).orElseThrow().kind().id());
    assertEquals("G1", ((Pattern.Incomplete) Pattern.of(plan, path)).missing().get(3).id());
  }

  @Test
  void frozenGroupsHaveNoStrategyStage() {
    StudyPath path = STUDY.override(StudyPath.main(), "spindle", "x");
    path = STUDY.override(path, "uniform", "x");
    path = STUDY.override(path, "G3,G4", "x");
    assertEquals("G3", path.open(PLAN).orElseThrow().kind().id());
    assertEquals(
        List.of(new StageKind.Strategies(2), new StageKind.Strategies(3)),
        ((Pattern.Incomplete) Pattern.of(PLAN, path)).missing());
  }

  @Test
  void aDrawnCandidateCompetesLikeThePresets() {
    Candidate drawn =
        new Candidate(
            "mine",
            new Candidate.Constraint.Grouping(
                new GroupingChoice.Fixed(LayerGrouping.of(1, 6, 4, 1))));
    List<Candidate> candidates =
        new ArrayList<>(StudyPath.main().open(PLAN).orElseThrow().candidates());
    candidates.add(drawn);
    StudyPath path = StudyPath.main().with(new Stage(GROUPING, candidates), PLAN);
    assertEquals(6, path.open(PLAN).orElseThrow().candidates().size());
    assertEquals(
        new GroupingChoice.Fixed(LayerGrouping.of(1, 6, 4, 1)),
        STUDY.override(path, "mine", "I like it").space(PLAN).grouping());
  }

  @Test
  void refusesACandidateThatDoesNotFitThePlan() {
    for (LayerGrouping grouping : List.of(LayerGrouping.of(6, 6), LayerGrouping.of(1, 2, 2, 1))) {
      Stage stage =
          new Stage(
              GROUPING,
              List.of(
                  new Candidate(
                      "odd",
                      new Candidate.Constraint.Grouping(new GroupingChoice.Fixed(grouping)))));
      assertThrows(IllegalArgumentException.class, () -> StudyPath.main().with(stage, PLAN));
    }
    Candidate tuned =
        new Candidate(
            "G1", new Candidate.Constraint.Tuned(new TunedChoice.Fixed(TunedGroups.of(0))));
    assertThrows(IllegalArgumentException.class, () -> new Stage(GROUPING, List.of(tuned)));
    assertThrows(IllegalArgumentException.class, () -> new Stage(TUNED, List.of(tuned, tuned)));
  }

  @Test
  void aForkKeepsEarlierDecisionsAndAllCandidates() {
    Candidate ramp =
        new Candidate(
            "ramp",
            new Candidate.Constraint.Allocation(
                new AllocationChoice.Fixed(Allocation.increasing(12, 3))));
    StudyPath path = STUDY.override(StudyPath.main(), "spindle", "x");
    Stage allocation = new Stage(new StageKind.Allocation(), List.of(ramp));
    path = path.with(allocation, PLAN);
    path = STUDY.override(path, "ramp", "x");
    path = STUDY.override(path, "G3,G4", "x");

    StudyPath fork = path.fork("other", new StageKind.Allocation());
    assertEquals(Optional.of("main"), fork.parent());
    assertEquals(path.decisions().subList(0, 1), fork.decisions());
    assertEquals(allocation, fork.open(PLAN).orElseThrow());
    assertThrows(IllegalArgumentException.class, () -> fork.fork("third", new StageKind.Tuned()));
    StudyPath decided = path;
    assertThrows(IllegalArgumentException.class, () -> decided.with(allocation, PLAN));
  }

  @Test
  void kindsAreStoredByName() {
    for (StageKind kind : StageKind.paper(8)) {
      assertEquals(kind, StageKind.parse(kind.id()));
    }
    assertThrows(IllegalArgumentException.class, () -> StageKind.parse("G0"));
  }

  private static List<String> names(StageKind kind, int layers, Presets.Extent extent) {
    return Presets.stage(kind, layers, 4, extent).candidates().stream()
        .map(Candidate::name)
        .toList();
  }
}
