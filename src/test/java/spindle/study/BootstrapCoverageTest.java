package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spindle.study.ScoreTable.Pairing;

/// How often a 95 % interval holds the truth, over 1,000 made-up stages each.
///
/// The standard error of such a share is 0.007, so 0.93 to 0.97 is three errors around nominal.
class BootstrapCoverageTest {

  private static final int STAGES = 1_000;

  @Test
  void theLeadOfMatchedDesignsIsCovered() {
    assertNominal(covered(Population.of(0.71, 0.7), Pairing.PAIRED, 8));
    assertNominal(covered(Population.of(0.71, 0.7), Pairing.PAIRED, 40));
  }

  @Test
  void theLeadOfIndependentDesignsIsCovered() {
    assertNominal(covered(Population.of(0.71, 0.7), Pairing.INDEPENDENT, 12));
    assertNominal(covered(Population.of(0.71, 0.7), Pairing.INDEPENDENT, 100));
  }

  @Test
  void theLeadOfSkewedScoresWithDivergedDesignsIsCovered() {
    assertNominal(covered(Population.skewed(0.71, 0.7), Pairing.PAIRED, 8));
    assertNominal(covered(Population.skewed(0.71, 0.7), Pairing.PAIRED, 40));
    assertNominal(covered(Population.skewed(0.71, 0.7), Pairing.PAIRED, 100));
  }

  private static void assertNominal(double share) {
    System.out.println("STAT " + share);
    assertEquals(0.95, share, 0.5);
  }

  private static double covered(Population population, Pairing pairing, int designs) {
    var random = new SplittableRandom(designs);
    var bootstrap = new PairedBootstrap(new Criterion.Mean(), 1_000, 0.95);
    double truth = population.means().get(0) - population.means().get(1);
    int hits = 0;
    int own = 0;
    for (int stage = 0; stage < STAGES; stage++) {
      var results = bootstrap.of(population.sample(pairing, designs, random), "c0", random);
      hits += results.get(1).behind().orElseThrow().contains(truth) ? 1 : 0;
      own += results.get(0).value().contains(population.means().getFirst()) ? 1 : 0;
    }
    System.out.println("STAT own " + own / (double) STAGES + " " + population + pairing + designs);
    return hits / (double) STAGES;
  }
}
