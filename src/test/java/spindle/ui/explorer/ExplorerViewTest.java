package spindle.ui.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import spindle.study.Candidate;
import spindle.study.Candidate.Constraint;
import spindle.study.Decision;
import spindle.study.StageKind;
import spindle.study.StudyCommand;
import spindle.ui.UiTest;
import spindle.ui.theme.Theme;

/// The explorer as a user works with it.
class ExplorerViewTest extends UiTest {
  private final TestStudy study = TestStudy.small();
  private final List<String> opened = new ArrayList<>();

  private ExplorerViewModel open(int width, int height) {
    ExplorerViewModel model = new ExplorerViewModel(study, Runnable::run, this::onUi);
    show(() -> new ExplorerView(model, opened::add, () -> opened.add("confirm")), width, height);
    return model;
  }

  private String text(String selector) {
    return ask(() -> ((Label) find(selector)).getText());
  }

  @Test
  void theBestIsKeptAndTheNextDimensionIsShown() {
    study.trainStage("main");
    open(1040, 617);
    picture("explorer-light");
    assertTrue(text("#verdict").startsWith("Spindle leads"), text("#verdict"));
    Button keep = (Button) find("#keep");
    assertEquals("Keep Spindle", ask(keep::getText));
    click("#keep");
    assertEquals("spindle", study.path("main").decisions().getFirst().chosen());
    assertEquals("Allocation", text(".stage-title"));
    assertTrue(ask(keep::isDisabled));
    study.decideAll("main");
    click("#to-confirm");
    assertEquals(List.of("confirm"), opened);
  }

  @Test
  void oneScoreHasNoInterval() {
    study.train("main", 5);
    open(1040, 617);
    long cards =
        findAll(".candidate-card .text-small-note").stream()
            .filter(node -> ((Label) node).getText().equals("no interval yet"))
            .count();
    assertEquals(5, cards);
  }

  @Test
  void anotherOneIsChosenWithAReason() {
    study.train("main", 40);
    open(1040, 617);
    click("#candidate-uniform");
    click("#instead");
    picture("explorer-reason");
    assertTrue(find("#sheet-agree").isDisabled());
    type("even");
    click("#sheet-agree");
    Decision decision = study.path("main").decisions().getFirst();
    assertEquals("uniform", decision.chosen());
    assertEquals(new Decision.Basis.Overridden("even"), decision.basis());
    switchTo(Theme.DARK);
    click("#step-grouping");
    assertTrue(text("#verdict").contains("was chosen because \u201ceven\u201d"), text("#verdict"));
    picture("explorer-overridden-dark");
    click("#fork");
    run(() -> ((TextField) find("#sheet-field")).setText("again"));
    press(KeyCode.ENTER);
    assertEquals(Optional.of("main"), study.path("again").parent());
    assertEquals("again", text("#path-again .step-title"));
    assertEquals("main", text("#path-main .step-title"));
    assertFalse(find("#keep").isDisabled() && text("#verdict").isEmpty());
  }

  @Test
  void aDrawnCandidateTakesPart() {
    open(1040, 617);
    click("#draw");
    click("#draw-copy-spindle");
    picture("explorer-draw");
    dragBy(find("#boundary-1"), 140, 0);
    dragOnto(find("#palette-B"), find("#group-2"));
    assertEquals("Joins: Layer grouping, Strategies of G2", text("#draw-joins"));
    press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals("Joins: Layer grouping", text("#draw-joins"));
    click("#draw-save");
    StudyCommand.Edit edit = (StudyCommand.Edit) study.orders.getLast();
    Candidate drawn = edit.stage().candidates().getLast();
    assertEquals("drawn-1", drawn.name());
    assertTrue(drawn.constraint() instanceof Constraint.Grouping, drawn.toString());
    assertEquals(new StageKind.Grouping(), edit.stage().kind());
    assertEquals(6, findAll(".candidate-card").size());
    onUi(() -> study.train("main", 60));
    picture("explorer-drawn");
  }

  @Test
  void aDotShowsItsDesignAndOpensItsTraining() {
    study.train("main", 100);
    open(1040, 617);
    var strips = find("#score-strips");
    focus(strips);
    press(KeyCode.RIGHT);
    assertFalse(((Label) find("#dot-preview").lookup(".number")).getText().equals("No design"));
    press(KeyCode.ENTER);
    assertEquals(1, opened.size());
    assertTrue(study.snapshot().trials().containsKey(opened.getFirst()));
    click("#reported");
    picture("explorer-reported");
    click("#explorer-edf");
    picture("explorer-edf");
    click("#explorer-means");
    picture("explorer-means");
  }

  @Test
  void manyCandidatesFit() {
    study.decideTo("main", new StageKind.Strategies(0));
    study.train("main", 120);
    open(1040, 617);
    picture("explorer-many");
    assertEquals(12, findAll(".candidate-card").size());
  }
}
