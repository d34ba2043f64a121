package spindle.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {

  @Test
  void theRateRisesToItsPeakAndFallsTowardsZero() {
    Schedule schedule = new Schedule(10, 4);
    double[] factors = IntStream.rangeClosed(1, 10).mapToDouble(schedule::factor).toArray();
    double[] expected = {0.25, 0.5, 0.75, 1, 1, 5 / 6., 4 / 6., 3 / 6., 2 / 6., 1 / 6.};
    assertArrayEquals(expected, factors, 1e-12);
  }

  @Test
  void aScheduleOfOneStepTrainsAtFullRate() {
    assertEquals(1, Schedule.of(1, 0.9).factor(1));
  }

  @Test
  void theValuesAreThoseThatAdamWNeeds() {
    float[] expected = {0.5f, 0.19f, 0.001999f, 2};
    assertArrayEquals(expected, new Schedule(2, 0).values(2, 2), 1e-6f);
  }
}
