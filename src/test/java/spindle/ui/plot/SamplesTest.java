package spindle.ui.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplesTest {

  private static Samples of(double... values) {
    Samples samples = new Samples();
    for (int i = 0; i < values.length; i++) {
      samples.add(i + 1, i * 0.5, values[i]);
    }
    return samples;
  }

  @Test
  void smoothingAConstantChangesNothing() {
    assertArrayEquals(new double[] {4, 4, 4}, of(4, 4, 4).smoothed(0.9), 1e-12);
  }

  @Test
  void smoothingFollowsItsFormula() {
    // s1 = 0.5*2 = 1, 1/(1-0.5) = 2; s2 = 0.5*1 + 0.5*4 = 2.5, 2.5/(1-0.25) = 10/3
    assertArrayEquals(new double[] {2, 10 / 3.0}, of(2, 4).smoothed(0.5), 1e-12);
  }

  @Test
  void aDivergedValueIsAGapAndDoesNotSpoilTheRest() {
    double[] smooth = of(1, Double.NaN, 1).smoothed(0.5);
    assertTrue(Double.isNaN(smooth[1]));
    assertEquals(1, smooth[2], 1e-12);
  }

  @Test
  void theRangeOfALogScaleHoldsOnlyPositiveValues() {
    Samples samples = of(0, 0.5, -1, Double.POSITIVE_INFINITY, 2);
    assertEquals(Optional.of(new Range(-1, 2)), samples.range(Scale.LINEAR));
    assertEquals(Optional.of(new Range(0.5, 2)), samples.range(Scale.LOG));
  }

  @Test
  void manySamplesAreKept() {
    Samples samples = new Samples();
    for (int i = 0; i < 1000; i++) {
      samples.add(i, i, i);
    }
    assertEquals(999, samples.step(999));
    assertEquals(1000, samples.size());
  }

  @Test
  void stepsThatRunBackwardsAreRefused() {
    Samples samples = of(1, 2, 3);
    assertThrows(IllegalArgumentException.class, () -> samples.add(1, 9, 0));
  }
}
