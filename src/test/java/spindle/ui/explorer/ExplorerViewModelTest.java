package spindle.ui.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import spindle.design.LayerGrouping;
import spindle.study.Candidate;
import spindle.study.StageKind;
import spindle.study.StudyCommand;
import spindle.ui.explorer.ExplorerPage.Activity;

/// What the explorer shows and orders, without a window.
class ExplorerViewModelTest {
  private final TestStudy study = TestStudy.small();

  private ExplorerViewModel model() {
    return new ExplorerViewModel(study, Runnable::run, Runnable::run);
  }

  private static StageBoard board(ExplorerViewModel model) {
    return model.page().board().orElseThrow();
  }

  @Test
  void aNewStudyShowsItsFirstDimensionWithoutScores() {
    ExplorerPage page = model().page();
    assertEquals(
        List.of("grouping", "allocation", "groups", "G1", "G2", "G3", "G4"),
        page.steps().stream().map(step -> step.kind().id()).toList());
    assertEquals(StepState.OPEN, page.steps().getFirst().state());
    assertEquals(StepState.LATER, page.steps().get(1).state());
    StageBoard board = page.board().orElseThrow();
    assertTrue(board.candidates().stream().allMatch(c -> c.state() == CandidateView.State.WAITING));
    assertTrue(board.keep() instanceof StageBoard.Keep.Refused);
    assertEquals(Activity.IDLE, page.activity());
  }

  @Test
  void scoresGrowAndEveryDotKnowsItsDesign() {
    ExplorerViewModel model = model();
    study.train("main", 7);
    assertEquals(7, dots(board(model)));
    study.train("main", 5);
    StageBoard board = board(model);
    assertEquals(12, dots(board));
    board
        .candidates()
        .forEach(candidate ->
            candidate
                .scores()
                .dots()
                .forEach(dot ->
                    assertEquals(
                        candidate.title(),
                        Objects.requireNonNull(board.dots().get(dot.trial())).candidate())));
  }

  private static long dots(StageBoard board) {
    return board.candidates().stream().mapToLong(c -> c.scores().dots().size()).sum();
  }

  @Test
  void runningPausingAndResumingAreOrderedInTurn() {
    ExplorerViewModel model = model();
    model.runOrPause();
    assertEquals(StepState.RUNNING, model.page().steps().getFirst().state());
    model.runOrPause();
    model.runOrPause();
    assertEquals(
        List.of(
            new StudyCommand.Start("main"), new StudyCommand.Pause(), new StudyCommand.Resume()),
        study.orders);
  }

  @Test
  void aChoiceWithoutAReasonIsRefusedInWords() {
    ExplorerViewModel model = model();
    model.chooseInstead("uniform", "  ");
    assertEquals(Told.Tone.REFUSED, model.toldProperty().get().tone());
    assertEquals(List.of(), study.orders);
    model.chooseInstead("uniform", "even");
    assertEquals(StepState.OVERRIDDEN, model.page().steps().getFirst().state());
    assertEquals("Uniform", model.page().steps().getFirst().detail());
  }

  @Test
  void goingBackShowsTheDecisionAndAForkKeepsIt() {
    ExplorerViewModel model = model();
    model.chooseInstead("uniform", "even");
    model.showStage(new StageKind.Grouping());
    assertEquals(
        CandidateView.State.CHOSEN, board(model).candidate("uniform").orElseThrow().state());
    model.fork("again");
    assertEquals("again", model.page().path());
    assertEquals(StepState.OPEN, model.page().steps().getFirst().state());
    assertEquals("uniform", study.path("main").decisions().getFirst().chosen());
    model.showPath("main");
    assertEquals(StepState.OVERRIDDEN, model.page().steps().getFirst().state());
  }

  @Test
  void whatTheStudyRefusesIsSaid() {
    ExplorerViewModel model = model();
    model.keep();
    Told told = model.toldProperty().get();
    assertEquals(Told.Tone.REFUSED, told.tone());
    assertTrue(told.text().contains("still being sampled"), told.text());
  }

  @Test
  void reportedMeansAreShownOnlyOnRequest() {
    ExplorerViewModel model = model();
    assertEquals(Optional.empty(), reported(model));
    model.toggleReported();
    assertEquals(Optional.of(73.3), reported(model));
    model.toggleReported();
    assertEquals(Optional.empty(), reported(model));
  }

  private static Optional<Double> reported(ExplorerViewModel model) {
    return board(model).candidate("spindle").orElseThrow().scores().reported();
  }

  @Test
  void severalNewsWhileOneIsDerivedAreOne() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    ExplorerViewModel model = new ExplorerViewModel(study, waiting::add, Runnable::run);
    study.train("main", 1);
    study.train("main", 1);
    assertEquals(1, waiting.size());
    waiting.remove().run();
    assertEquals(2, dots(board(model)));
  }

  @Test
  void aDrawnBoundaryBecomesACandidateOfItsDimension() {
    ExplorerViewModel model = model();
    DrawViewModel drawing = model.draw(Optional.of("spindle")).orElseThrow();
    assertTrue(drawing.problem().isEmpty());
    drawing.editor().moveBoundary(0, 3);
    assertEquals(List.of(new StageKind.Grouping()), drawing.dimensions());
    model.edit(drawing.stages());
    CandidateView drawn = board(model).candidates().getLast();
    assertEquals("drawn-1", drawn.name());
    assertEquals(LayerGrouping.of(3, 3, 4, 2).sizes(), drawn.picture().sizes());
    assertEquals("drawn-2", model.draw(Optional.empty()).orElseThrow().nameProperty().get());
    model.remove("drawn-1");
    assertEquals(5, board(model).candidates().size());
  }

  @Test
  void aNameThatIsTakenIsRefusedInWords() {
    DrawViewModel drawing = model().draw(Optional.of("spindle")).orElseThrow();
    drawing.nameProperty().set("uniform");
    assertEquals(
        Optional.of("There is a candidate uniform already: choose another name."),
        drawing.problem());
    drawing.nameProperty().set(" ");
    assertEquals(Optional.of("A candidate needs a name."), drawing.problem());
  }

  @Test
  void decidedPartsCannotBeDrawn() {
    ExplorerViewModel model = model();
    model.chooseInstead("uniform", "even");
    DrawViewModel drawing = model.draw(Optional.empty()).orElseThrow();
    var before = drawing.editor().draft();
    drawing.editor().moveBoundary(0, 1);
    assertEquals(before, drawing.editor().draft());
    drawing.editor().weigh(0, 2);
    assertEquals(List.of(new StageKind.Allocation()), drawing.dimensions());
    Candidate drawn = drawing.stages().getFirst().candidates().getLast();
    assertTrue(drawn.constraint() instanceof Candidate.Constraint.Allocation);
  }
}
