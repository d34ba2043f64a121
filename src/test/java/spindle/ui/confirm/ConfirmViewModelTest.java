package spindle.ui.confirm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.export.PatternFile;
import spindle.study.ConfirmationPlan;
import spindle.study.StageKind;
import spindle.study.StudyCommand;
import spindle.ui.explorer.TestStudy;
import spindle.ui.explorer.Told;
import spindle.ui.plot.Scores;

/// What the page of confirmation shows, orders and writes, without a window.
class ConfirmViewModelTest {

  @TempDir private Path folder = Path.of("");

  /// A study whose dimensions are all decided, for tests that change nothing in it.
  private static final TestStudy DECIDED = decided();

  private final TestStudy study = TestStudy.small();

  private static TestStudy decided() {
    TestStudy study = TestStudy.small();
    study.decideAll("main");
    return study;
  }

  private static ConfirmViewModel ofDecided() {
    return new ConfirmViewModel(DECIDED, Runnable::run, Runnable::run);
  }

  private ConfirmViewModel model() {
    return new ConfirmViewModel(study, Runnable::run, Runnable::run);
  }

  private ConfirmationPlan plan(ConfirmViewModel model) {
    return model.page().defaults().orElseThrow();
  }

  @Test
  void anOpenStudyNamesWhatIsOpenAndSavesNothing() throws IOException {
    ConfirmViewModel model = model();
    ConfirmPage.Chosen.Missing missing = (ConfirmPage.Chosen.Missing) model.page().pattern();
    assertTrue(missing.why().contains("grouping"), missing.why());
    assertEquals(List.of(), model.page().decided());
    model.savePattern(folder.resolve("pattern.json"));
    assertEquals(List.of(), files());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }

  @Test
  void aConfirmationIsAskedForAndThenStarted() {
    study.decideAll("main");
    ConfirmViewModel model = model();
    assertEquals(Optional.empty(), model.page().confirmation());
    assertEquals(6, model.page().trainings());
    ConfirmationPlan plan = plan(model);
    model.confirm(plan);
    assertEquals(
        List.of(new StudyCommand.Confirm("main", plan), new StudyCommand.Start("main")),
        study.orders);
    assertEquals(0, model.page().confirmation().orElseThrow().ended());
    assertEquals(ConfirmPage.Engine.RUNS, model.page().running());
  }

  @Test
  void whatIsRefusedIsSaidAndNothingIsStarted() {
    ConfirmViewModel model = model();
    ConfirmationPlan plan = plan(model);
    TestStudy other = TestStudy.small();
    ConfirmViewModel refused =
        new ConfirmViewModel(new Refusing(other), Runnable::run, Runnable::run);
    refused.confirm(plan);
    assertEquals(new Told("not now", Told.Tone.REFUSED), refused.toldProperty().get());
    assertEquals(List.of(), other.orders);
  }

  @Test
  void contendersGrowAsTheirTrainingsEnd() {
    study.decideAll("main");
    ConfirmViewModel model = model();
    model.confirm(plan(model));
    study.trainConfirmation("main", 4);
    ConfirmPage.Standing early = model.page().confirmation().orElseThrow();
    assertEquals(4, early.ended());
    assertEquals(30, early.total());
    study.trainConfirmation("main", 100);
    ConfirmPage.Standing late = model.page().confirmation().orElseThrow();
    assertEquals(30, late.ended());
    ConfirmPage.Row pattern = late.contenders().getFirst();
    assertEquals("Pattern", pattern.name());
    assertEquals(5, pattern.repetitions());
    assertEquals("", pattern.ahead());
    List<ConfirmPage.Row> others = late.contenders().subList(1, late.contenders().size());
    assertTrue(others.stream().allMatch(row -> row.note().isEmpty() != row.mean().isEmpty()));
    assertEquals("Pattern", late.scores().candidates().getFirst().name());
  }

  @Test
  void aSavedPatternIsReadAgainAndCarriedOver() throws IOException {
    ConfirmViewModel model = ofDecided();
    ConfirmPage.Chosen.Found found = (ConfirmPage.Chosen.Found) model.page().pattern();
    Path file = folder.resolve("pattern.json");
    model.savePattern(file);
    assertEquals(List.of("pattern.json"), files());
    assertEquals(found.json(), Files.readString(file));
    assertEquals("spindle", PatternFile.read(file).decisions().getFirst().chosen());
    model.open(file, Optional.empty());
    Transferred own = model.transferredProperty().get().orElseThrow();
    assertEquals(found.words(), own.words());
    assertEquals(found.budget(), own.budget());
    model.transferTo(Optional.of(KnownShape.ALL.get(1)));
    Transferred large = model.transferredProperty().get().orElseThrow();
    assertEquals("bert-large", large.target());
    assertTrue(large.json().contains("\"layer\": 23"), large.json());
  }

  @Test
  void aFileThatIsNoPatternLeavesWhatWasRead() throws IOException {
    ConfirmViewModel model = ofDecided();
    Path file = folder.resolve("notes.json");
    Files.writeString(file, "{\"a\": 1}");
    model.open(file, Optional.empty());
    Told told = model.toldProperty().get();
    assertEquals(Told.Tone.REFUSED, told.tone());
    assertTrue(told.text().contains("notes.json"), told.text());
    assertEquals(Optional.empty(), model.transferredProperty().get());
    model.open(folder.resolve("none.json"), Optional.empty());
    assertTrue(model.toldProperty().get().text().contains("none.json"));
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() throws IOException {
    ConfirmViewModel model = ofDecided();
    model.savePattern(folder.resolve("nowhere").resolve("pattern.json"));
    Told told = model.toldProperty().get();
    assertEquals(Told.Tone.REFUSED, told.tone());
    assertTrue(told.text().contains("nowhere"), told.text());
    assertEquals(List.of(), files());
  }

  @Test
  void theScoresOfADecidedDimensionAreThereForAPlot() throws IOException {
    ConfirmViewModel model = ofDecided();
    assertEquals(new StageKind.Grouping(), model.page().decided().getFirst());
    Queue<Scores> found = new ArrayDeque<>();
    model.scores(new StageKind.Grouping(), found::add);
    assertEquals(5, found.remove().candidates().size());
    model.saveTrials(folder.resolve("trials.csv"));
    long lines = Files.readAllLines(folder.resolve("trials.csv")).size();
    assertEquals(DECIDED.snapshot().trials().size(), lines - 1);
  }

  @Test
  void severalNewsWhileOneIsDerivedAreOne() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    ConfirmViewModel model = new ConfirmViewModel(study, waiting::add, Runnable::run);
    study.train("main", 1);
    study.train("main", 1);
    assertEquals(1, waiting.size());
    assertEquals(ConfirmPage.NONE, model.page());
    waiting.remove().run();
    assertEquals("main", model.page().path());
  }

  @Test
  void aClosedPageHearsNoMore() {
    ConfirmViewModel model = model();
    ConfirmPage before = model.page();
    model.close();
    study.train("main", 1);
    assertSame(before, model.page());
  }
}
