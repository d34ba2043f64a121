package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Expected numbers are those of the usual tables, which `scipy.stats` prints.
class DistributionsTest {

  @Test
  void theNormalTailAgreesWithTheTables() {
    assertEquals(0.025, Normal.above(1.959963984540054), 1e-15);
    assertEquals(1.3498980316300933e-3, Normal.above(3), 1e-15);
    assertEquals(9.865876450376946e-10, Normal.above(6), 1e-21);
    assertEquals(1 - 0.15865525393145707, Normal.above(-1), 1e-14);
    assertEquals(2.5758293035489004, Normal.upperQuantile(0.005), 1e-11);
  }

  @Test
  void theTailsOfStudentAgreeWithTheTables() {
    assertEquals(0.05, StudentT.twoSided(2.364624251592784, 7), 1e-12);
    assertEquals(0.01, StudentT.twoSided(3.4994832973504937, 7), 1e-12);
    assertEquals(0.05, StudentT.twoSided(-2.022690920036761, 39), 1e-12);
    assertEquals(0.5, StudentT.twoSided(1, 1), 1e-14);
    assertEquals(2.2621571628540993, StudentT.quantile(0.05, 9), 1e-10);
  }

  /// Pocock's constants, Jennison and Turnbull (2000), table 2.1, overall level 0.05.
  @Test
  void equallySpacedLooksCostWhatPocockFound() {
    assertEquals(0.05, overallAt(2, 2.178), 1e-4);
    assertEquals(0.05, overallAt(5, 2.413), 1e-4);
    assertEquals(0.05, overallAt(10, 2.555), 1e-4);
    assertEquals(0.05, overallAt(20, 2.672), 1e-4);
  }

  @Test
  void theTableOfLooksAgreesWithTheIntegral() {
    Looks looks = new Looks(SamplingPlan.DEFAULT.looks(Criterion.DEFAULT));
    for (double p : new double[] {0.2, 0.03, 0.004, 0.0002}) {
      assertEquals(1, looks.overall(p) / looks.exact(p), 0.02);
      assertEquals(1, looks.nominal(looks.overall(p)) / p, 1e-6);
    }
  }

  @Test
  void aSingleLookCostsNothing() {
    assertEquals(0.03, new Looks(List.of(40)).overall(0.03));
  }

  @Test
  void holmMultipliesTheSmallestMostAndKeepsTheOrder() {
    double[] adjusted = Holm.adjust(0.04, 0.01, 0.03);
    assertEquals(0.06, adjusted[0], 1e-15);
    assertEquals(0.03, adjusted[1], 1e-15);
    assertEquals(0.06, adjusted[2], 1e-15);
  }

  private static double overallAt(int looks, double z) {
    List<Integer> rounds = IntStream.rangeClosed(1, looks).boxed().toList();
    return new Looks(rounds).exact(2 * Normal.above(z));
  }
}
