package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CriterionTest {

  private static final double[] SCORES = {0.1, 0.2, 0.4, 0.8};

  @Test
  void theMeanCountsWithMultiplicity() {
    assertEquals(0.45, new Criterion.Mean().of(SCORES, new int[] {1, 0, 0, 1}), 1e-15);
  }

  @Test
  void theTopDecileIsTheBestTenthRoundedUp() {
    Criterion top = new Criterion.TopDecileMean();
    assertEquals(0.8, top.of(SCORES, new int[] {1, 1, 1, 1}), 1e-15);
    assertEquals(0.6, top.of(SCORES, new int[] {9, 8, 2, 1}), 1e-15);
  }

  /// The subsets of two of the four scores have maxima 0.2, 0.4 twice and 0.8 three times.
  @Test
  void bestOfTwoIsTheMeanMaximumOfAllPairs() {
    assertEquals(3.4 / 6, new Criterion.BestOf(2).of(SCORES, new int[] {1, 1, 1, 1}), 1e-15);
    assertEquals(0.8, new Criterion.BestOf(9).of(SCORES, new int[] {1, 1, 1, 1}), 1e-15);
    assertEquals(0.375, new Criterion.BestOf(1).of(SCORES, new int[] {1, 1, 1, 1}), 1e-15);
  }

  @Test
  void theComparisonOfMeansIsThePairedTTest() {
    // Differences 1, 2, 3, 6: mean 3, deviation sqrt(14/3), error sqrt(14/12).
    ScoreTable table =
        new ScoreTable(
            ScoreTable.Pairing.PAIRED,
            List.of(
                CandidateScores.of("a", List.of(2.0, 4.0, 6.0, 10.0)),
                CandidateScores.of("b", List.of(1.0, 2.0, 3.0, 4.0))));
    Comparison comparison = Comparison.of(table, "a", "b", new Criterion.Mean()).orElseThrow();
    assertEquals(3, comparison.difference(), 1e-12);
    assertEquals(Math.sqrt(14.0 / 12), comparison.error(), 1e-12);
    assertEquals(3, comparison.freedom());
  }

  @Test
  void theComparisonOfIndependentMeansIsWelchsTest() {
    // Variances 20/3 and 5/3 of four values: errors 5/3 and 5/12, 25/12 together.
    ScoreTable table =
        new ScoreTable(
            ScoreTable.Pairing.INDEPENDENT,
            List.of(
                CandidateScores.of("a", List.of(2.0, 4.0, 6.0, 8.0)),
                CandidateScores.of("b", List.of(1.0, 2.0, 3.0, 4.0))));
    Comparison comparison = Comparison.of(table, "a", "b", new Criterion.Mean()).orElseThrow();
    assertEquals(2.5, comparison.difference(), 1e-12);
    assertEquals(Math.sqrt(25.0 / 12), comparison.error(), 1e-12);
    assertEquals(4.411764705882353, comparison.freedom(), 1e-12);
  }

  @Test
  void theDistanceOfTwoDistributionsIsTheirLargestGap() {
    Edf left = Edf.ofScores(0.9, 0.8, 0.7, 0.6);
    Edf right = Edf.ofScores(0.75, 0.65, 0.5, 0.4);
    assertEquals(0.5, left.distance(right), 1e-15);
    assertEquals(0, left.distance(Edf.ofScores(0.9, 0.8, 0.7, 0.6)));
    assertEquals(1, left.distance(Edf.ofScores(0.1)));
    assertEquals(0.25, left.below(0.15));
  }

  @Test
  void theGoodRangeSitsAroundTheBestProperty() {
    var random = new SplittableRandom(3);
    double[] properties = DoubleStream.generate(random::nextDouble).limit(200).toArray();
    double[] scores = DoubleStream.of(properties).map(x -> 1 - (x - 0.3) * (x - 0.3)).toArray();
    GoodRange range = GoodRange.of(properties, scores, new SplittableRandom(4));
    assertEquals(0.3, range.middle(), 0.03);
    assertEquals(0.3, range.low(), 0.08);
    assertEquals(0.3, range.high(), 0.08);
  }

  @Test
  void refusesADrawThatIsScoredAndUnscored() {
    var scores = new java.util.TreeMap<Integer, Double>(java.util.Map.of(3, 0.5));
    var unscored = new java.util.TreeSet<Integer>(List.of(3));
    assertThrows(IllegalArgumentException.class, () -> new CandidateScores("a", scores, unscored));
  }
}
