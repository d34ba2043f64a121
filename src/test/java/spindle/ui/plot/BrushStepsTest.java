package spindle.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spindle.ui.plot.BrushSteps.Way;

class BrushStepsTest {

  private static final Parallel DATA =
      new Parallel(
          List.of(
              new Parallel.Dimension("Grouping", List.of("spindle", "uniform", "bottleneck")),
              new Parallel.Dimension("Score", List.of())),
          List.of(new Parallel.Row("a", 0, 0), new Parallel.Row("b", 2, 10)));

  private final BrushSteps names = BrushSteps.of(DATA, 0);
  private final BrushSteps numbers = BrushSteps.of(DATA, 1);

  @Test
  void theFirstRangeIsTheHighestOrTheLowestCategory() {
    assertEquals(new Range(1.5, 2.5), names.first(Way.UP));
    assertEquals(new Range(-0.5, 0.5), names.first(Way.DOWN));
  }

  @Test
  void ofNumbersTheFirstRangeIsAQuarter() {
    assertEquals(new Range(0, 10), numbers.whole());
    assertEquals(new Range(7.5, 10), numbers.first(Way.UP));
  }

  @Test
  void aRangeMovesUntilTheAxisEnds() {
    Range middle = names.moved(names.first(Way.DOWN), Way.UP);
    assertEquals(new Range(0.5, 1.5), middle);
    assertEquals(new Range(1.5, 2.5), names.moved(names.moved(middle, Way.UP), Way.UP));
    assertEquals(new Range(7, 9.5), numbers.moved(numbers.first(Way.UP), Way.DOWN));
  }

  @Test
  void itsUpperEndMovesUntilTheAxisEndsOrOneStepIsLeft() {
    Range two = names.resized(names.first(Way.DOWN), Way.UP);
    assertEquals(new Range(-0.5, 1.5), two);
    Range all = names.resized(two, Way.UP);
    assertEquals(all, names.resized(all, Way.UP));
    assertEquals(names.first(Way.DOWN), names.resized(names.resized(two, Way.DOWN), Way.DOWN));
  }

  @Test
  void whatTheMouseHasDrawnIsTakenToWholeCategories() {
    assertEquals(new Range(0.5, 2.5), names.moved(new Range(-0.2, 1.7), Way.UP));
  }
}
