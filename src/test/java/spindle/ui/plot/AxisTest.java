package spindle.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

  private static List<String> labels(Scale scale, double low, double high, int wanted) {
    return Ticks.of(scale, new Range(low, high), wanted).stream().map(Tick::label).toList();
  }

  @Test
  void linearTicksAreRoundAndInside() {
    assertEquals(
        List.of("0.74", "0.76", "0.78", "0.80", "0.82", "0.84"),
        labels(Scale.LINEAR, 0.731, 0.8401, 6));
    assertEquals(List.of("0", "200", "400", "600"), labels(Scale.LINEAR, 0, 600, 4));
  }

  @Test
  void negativeNumbersHaveAMinusSignAndZeroHasNone() {
    assertEquals(List.of("\u22121.0", "\u22120.5", "0.0", "0.5"), labels(Scale.LINEAR, -1, 0.5, 4));
  }

  @Test
  void largeNumbersAreShort() {
    assertEquals(List.of("0", "20k", "40k", "60k"), labels(Scale.LINEAR, 0, 60_000, 4));
    assertEquals(List.of("0", "500k", "1M"), labels(Scale.LINEAR, 0, 1_000_000, 3));
  }

  @Test
  void logTicksArePowersOfTen() {
    assertEquals(List.of("0.001", "0.01", "0.1", "1", "10"), labels(Scale.LOG, 0.001, 10, 6));
    assertEquals(List.of("0.5", "1", "2", "5", "10", "20"), labels(Scale.LOG, 0.4, 20, 6));
  }

  @Test
  void durationsAreInUnitsOfTime() {
    assertEquals(List.of("0", "30 s", "1 min", "1:30"), labels(Scale.DURATION, 0, 100, 4));
    assertEquals(List.of("0", "1 h", "2 h"), labels(Scale.DURATION, 0, 8000, 3));
  }

  @Test
  void anAxisAroundValuesEndsAtRoundNumbers() {
    assertEquals(new Range(0, 600), Axis.around(Scale.LINEAR, new Range(0, 530)).range());
    assertEquals(
        Axis.around(Scale.LINEAR, new Range(0, 530)), Axis.around(Scale.LINEAR, new Range(0, 540)));
  }

  @Test
  void aSingleValueStillHasAnAxis() {
    assertTrue(Axis.around(Scale.LINEAR, new Range(3, 3)).range().contains(3));
    assertTrue(Axis.around(Scale.LINEAR, new Range(0, 0)).range().contains(0));
    assertTrue(Axis.around(Scale.LOG, new Range(1e-9, 1e-9)).range().length() > 0);
  }

  @Test
  void valuesAndFractionsAreInverse() {
    for (Axis axis :
        List.of(
            new Axis(Scale.LINEAR, new Range(-2, 7)), new Axis(Scale.LOG, new Range(0.01, 50)))) {
      for (double fraction : new double[] {-0.5, 0, 0.3, 1, 1.7}) {
        assertEquals(fraction, axis.fraction(axis.value(fraction)), 1e-12);
      }
    }
  }

  @Test
  void zoomingKeepsTheCentreWhereItIs() {
    Axis axis = new Axis(Scale.LOG, new Range(0.01, 50));
    assertEquals(axis.value(0.3), axis.zoomed(0.3, 0.5).value(0.3), 1e-12);
  }

  @Test
  void zoomingStopsBeforeNumbersRunOut() {
    Axis axis = new Axis(Scale.LINEAR, new Range(0, 1));
    for (int i = 0; i < 500; i++) {
      axis = axis.zoomed(0.5, 0.5);
    }
    assertTrue(axis.range().length() > 1e-10);
  }

  @Test
  void aLogAxisRefusesZero() {
    assertThrows(IllegalArgumentException.class, () -> new Axis(Scale.LOG, new Range(0, 1)));
    assertTrue(Double.isNaN(new Axis(Scale.LOG, new Range(0.1, 1)).fraction(0)));
  }

  @Test
  void anAxisOfStepsBeginsWhereItsDataBegin() {
    assertEquals(new Range(4.5, 33), Axis.from(Scale.LINEAR, new Range(5, 32)).range());
    assertEquals(new Range(0, 620), Axis.from(Scale.LINEAR, new Range(1, 600)).range());
    assertEquals(
        new Range(0, 620), Axis.from(Scale.LINEAR, new Range(1, 603)).range(), "as it was");
    assertEquals(-2.025, Axis.from(Scale.LINEAR, new Range(-2, 0)).range().low(), 1e-9);
  }
}
