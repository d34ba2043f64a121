package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spindle.study.Population.Shape;
import spindle.study.ScoreTable.Pairing;

/// How often a 95 % interval holds the truth, over 600 made-up stages each.
///
/// The standard error of such a share is 0.009; 0.92 to 0.98 is three of them around nominal.
class BootstrapCoverageTest {

  private static final int STAGES = 600;

  @Test
  void theLeadOfMatchedDesignsIsCovered() {
    assertEquals(0.95, covered(Shape.NORMAL, Pairing.PAIRED, 8), 0.03);
    assertEquals(0.95, covered(Shape.NORMAL, Pairing.PAIRED, 40), 0.03);
    assertEquals(0.95, covered(Shape.SKEWED, Pairing.PAIRED, 8), 0.03);
    assertEquals(0.95, covered(Shape.SKEWED, Pairing.PAIRED, 40), 0.03);
  }

  @Test
  void theLeadOfIndependentDesignsIsCovered() {
    assertEquals(0.95, covered(Shape.NORMAL, Pairing.INDEPENDENT, 12), 0.03);
    assertEquals(0.95, covered(Shape.SKEWED, Pairing.INDEPENDENT, 40), 0.03);
  }

  /// Rare disasters are the bootstrap's known weakness: a sample without one does not know of them.
  @Test
  void theLeadIsCoveredInNineOfTenStagesIfDesignsDiverge() {
    assertTrue(covered(Shape.DIVERGING, Pairing.PAIRED, 40) > 0.88);
  }

  @Test
  void theProbabilitiesOfBeingBestAddUpToOne() {
    ScoreTable table =
        Population.of(Shape.NORMAL, 0.7, 0.7, 0.69)
            .sample(Pairing.PAIRED, 12, new SplittableRandom(5));
    double sum =
        new PairedBootstrap(new Criterion.Mean(), 500, 0.95)
            .of(table, "c1", new SplittableRandom(6)).stream()
                .mapToDouble(PairedBootstrap.Result::best)
                .sum();
    assertEquals(1, sum, 1e-9);
  }

  @Test
  void candidatesWithEqualScoresShareTheProbability() {
    List<Double> scores = List.of(0.7, 0.8, 0.6);
    var table =
        new ScoreTable(
            Pairing.PAIRED,
            List.of(CandidateScores.of("a", scores), CandidateScores.of("b", scores)));
    var results =
        new PairedBootstrap(new Criterion.Mean(), 500, 0.95)
            .of(table, "a", new SplittableRandom(6));
    assertEquals(0.5, results.get(0).best(), 1e-9);
    assertEquals(0.5, results.get(1).best(), 1e-9);
  }

  @Test
  void aCandidateThatWasDroppedEarlyIsComparedOnSharedDrawsOnly() {
    // The first two draws are easy for all; "early" saw only those.
    var table =
        new ScoreTable(
            Pairing.PAIRED,
            List.of(
                CandidateScores.of("all", List.of(0.9, 0.9, 0.5, 0.5)),
                CandidateScores.of("early", List.of(0.8, 0.8))));
    var results =
        new PairedBootstrap(new Criterion.Mean(), 500, 0.95)
            .of(table, "all", new SplittableRandom(6));
    assertEquals(1, results.get(0).best());
    assertEquals(0.1, results.get(1).behind().orElseThrow().low(), 1e-12);
  }

  private static double covered(Shape shape, Pairing pairing, int designs) {
    var random = new SplittableRandom(designs);
    var bootstrap = new PairedBootstrap(new Criterion.Mean(), 500, 0.95);
    Population population = Population.of(shape, 0.71, 0.7);
    int hits = 0;
    for (int stage = 0; stage < STAGES; stage++) {
      var results = bootstrap.of(population.sample(pairing, designs, random), "c0", random);
      hits += results.get(1).behind().orElseThrow().contains(0.01) ? 1 : 0;
    }
    return hits / (double) STAGES;
  }
}
