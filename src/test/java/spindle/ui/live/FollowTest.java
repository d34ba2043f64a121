package spindle.ui.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spindle.study.Attempt;
import spindle.study.AttemptId;
import spindle.study.LearningRates;
import spindle.study.MetricPoint;
import spindle.study.TrainingSettings;

/// The times that the points of a training are given.
class FollowTest {

  private static final TrainingSettings SETTINGS =
      new TrainingSettings(96, 1, 16, 16, 32, LearningRates.USUAL, 0.1, 0, 1);

  private static Follow follow() {
    return new Follow(
        new Attempt(
            new AttemptId("0".repeat(64), 1),
            SETTINGS,
            Instant.EPOCH,
            Optional.empty(),
            Attempt.Weight.COUNTS),
        6);
  }

  private static List<MetricPoint> points(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(step -> new MetricPoint(step, 0.5)).toList();
  }

  @Test
  void noPointComesBeforeTheOneBeforeIt() {
    for (int millis = 1; millis < 3_000; millis += 7) {
      for (int fresh = 1; fresh < 12; fresh++) {
        List<Double> times = new ArrayList<>();
        Follow follow = follow();
        for (int looks = 1; looks <= 3; looks++) { // the last look is as late as the one before
          int known = looks * fresh;
          Instant until = Instant.EPOCH.plusMillis(millis + Math.min(looks, 2) * 13L);
          follow.grow(
              (_, _) -> points(known),
              event -> {
                if (event instanceof LiveEvent.Progressed progressed) {
                  times.add(progressed.second());
                }
              },
              until);
        }
        for (int i = 1; i < times.size(); i++) {
          assertTrue(times.get(i) >= times.get(i - 1), "at " + i + " of " + times);
        }
      }
    }
  }
}
