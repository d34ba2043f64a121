package spindle.ui.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spindle.ui.Texts;
import spindle.ui.plot.Parallel;
import spindle.ui.support.Threads;

class TrialsViewModelTest {
  private final SampleTrials study = new SampleTrials(60);
  private final TrialsViewModel model =
      new TrialsViewModel(study, new Threads(Runnable::run, Runnable::run));

  private List<Integer> numbers() {
    return model.shown().stream().map(TrialRow::number).toList();
  }

  @Test
  void aChangedTrainingReplacesItsRowAndANewOneIsAdded() {
    TrialRow old = SampleTrials.row(5);
    TrialRow changed =
        new TrialRow(
            "t5",
            5,
            "Grouping",
            "X",
            "",
            "",
            "",
            "",
            "",
            1,
            OptionalDouble.of(1),
            Duration.ZERO,
            "",
            Optional.empty());
    study.tell(changed, SampleTrials.row(61), SampleTrials.row(61));
    assertEquals(61, model.total());
    assertEquals(changed, model.shown().get(4));
    assertTrue(!model.shown().contains(old));
  }

  @Test
  void wordsMustAllOccur() {
    model.filterProperty().set("spindle random");
    assertTrue(model.shown().stream().allMatch(row -> row.candidate().equals("Spindle")));
    assertTrue(model.shown().stream().allMatch(row -> row.allocation().equals("random")));
    assertEquals(10, model.shown().size());
  }

  @Test
  void conditionsCompareNumbers() {
    model.filterProperty().set("number>=10 number<13");
    assertEquals(List.of(10, 11, 12), numbers());
    model.filterProperty().set("score>0.8");
    assertTrue(numbers().size() > 10);
    assertTrue(!numbers().contains(17), "a training without a score passes no condition on it");
  }

  @Test
  void aConditionOnAnUnknownFieldIsAWord() {
    model.filterProperty().set("colour>3");
    assertEquals(List.of(), numbers());
    model.filterProperty().set("score>1.2.3");
    assertEquals(List.of(), numbers());
  }

  @Test
  void brushesAndWordsBothHold() {
    model.brush(Optional.of(Set.of("t3", "t4", "t6")));
    assertEquals(List.of(3, 4, 6), numbers());
    model.filterProperty().set("spindle");
    assertEquals(List.of(3, 6), numbers());
    model.brush(Optional.empty());
    assertEquals(20, numbers().size());
  }

  @Test
  void aComparisonShowsOnlyWhatDiffers() {
    Comparison two = Comparison.of(List.of(SampleTrials.row(3), SampleTrials.row(6)));
    assertEquals(List.of("#3", "#6"), two.numbers());
    List<String> titles = two.lines().stream().map(Comparison.Line::title).toList();
    assertTrue(titles.contains("Allocation") && titles.contains("Score"), titles.toString());
    assertTrue(!titles.contains("Candidate") && !titles.contains("Dimension"), titles.toString());
  }

  @Test
  void oneTrainingOrNineAreNotCompared() {
    model.choose(List.of(SampleTrials.row(1)));
    assertEquals(Optional.empty(), model.comparisonProperty().get());
    model.choose(model.shown().subList(0, 9));
    assertEquals(Optional.empty(), model.comparisonProperty().get());
    model.choose(model.shown().subList(0, 8));
    assertEquals(8, model.comparisonProperty().get().orElseThrow().numbers().size());
  }

  @Test
  void copiedTrainingsAreTabbedUnderTheirTitles() {
    model.filterProperty().set("number=3");
    List<String> lines = model.copied(model.shown()).lines().toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("#\tDimension\tCandidate\tTask\tGroups\t"), lines.get(0));
    assertEquals(11, lines.get(1).chars().filter(c -> c == '\t').count());
  }

  @Test
  void theTrainingsThatAreShownAndHaveEndedAreExported(@TempDir Path folder) throws IOException {
    model.filterProperty().set("number>15 number<19");
    List<String> told = new ArrayList<>();
    Path file = folder.resolve("trials.jsonl");
    model.export(file, told::add);
    assertEquals(List.of(Texts.of("window.saved", file)), told);
    List<String> lines = Files.readAllLines(file);
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).contains("\"trial\":\"t16\""), lines.get(0));
    assertTrue(lines.get(1).contains("\"trial\":\"t18\""), lines.get(1));
    model.export(folder.resolve("none").resolve("trials.parquet"), told::add);
    assertEquals(2, told.size());
    assertTrue(!told.getLast().contains("saved"), told.getLast());
  }

  @Test
  void parallelCoordinatesHoldTheTrainingsWithAScore() {
    Parallel data = model.parallel();
    assertEquals(57, data.rows().size());
    assertEquals("Score", data.dimensions().getLast().name());
    assertEquals(List.of(), data.dimensions().getLast().categories());
    List<String> names = data.dimensions().stream().map(Parallel.Dimension::name).toList();
    assertEquals(
        List.of("Candidate", "Groups", "Allocation", "Tuned", "Strategies", "Score"), names);
  }

  @Test
  void tenThousandTrainingsAreFilteredInTime() {
    TrialsViewModel large =
        new TrialsViewModel(new SampleTrials(10_000), new Threads(Runnable::run, Runnable::run));
    long begun = System.nanoTime();
    large.filterProperty().set("spindle score>0.85");
    long millis = (System.nanoTime() - begun) / 1_000_000;
    assertTrue(large.shown().size() > 100);
    assertTrue(millis < 2_000, "took " + millis + " ms");
  }
}
