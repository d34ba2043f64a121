package spindle.ui.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import spindle.study.TrialOutcome;
import spindle.study.WrittenText;
import spindle.task.Metric;

class WritingTest {

  private static TrialRow row(int number, WrittenText... texts) {
    TrialOutcome outcome =
        new TrialOutcome.Scored(
            Metric.EXACT_MATCH, 0.5, 1, 10, 0, 4, Duration.ZERO, Optional.of(List.of(texts)));
    return new TrialRow(
        "t" + number,
        number,
        "",
        "",
        "copy",
        "",
        "",
        "",
        "",
        10,
        OptionalDouble.of(0.5),
        Duration.ZERO,
        "scored",
        Optional.of(outcome));
  }

  @Test
  void whatSeveralWroteForOneTextStandsTogether() {
    List<Writing> all =
        Writing.of(
            List.of(
                row(1, new WrittenText("a b", "b a", "b a"), new WrittenText("c", "c", "")),
                row(2, new WrittenText("a b", "b a", "a a"))));
    assertEquals(
        List.of(
            new Writing(
                "a b", "b a", List.of(new Writing.Line(1, "b a"), new Writing.Line(2, "a a"))),
            new Writing("c", "c", List.of(new Writing.Line(1, "")))),
        all);
    assertTrue(all.getFirst().isExact(all.getFirst().lines().getFirst()));
    assertFalse(all.getFirst().isExact(all.getFirst().lines().getLast()));
  }

  @Test
  void aTrainingThatWritesNothingHasNoTexts() {
    assertEquals(List.of(), Writing.of(List.of(SampleTrials.row(3))));
  }
}
