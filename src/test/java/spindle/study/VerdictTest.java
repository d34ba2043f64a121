package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spindle.study.Conclusion.Duel;
import spindle.study.Conclusion.Open;
import spindle.study.Conclusion.Reached;
import spindle.study.Population.Shape;
import spindle.study.ScoreTable.Pairing;

class VerdictTest {

  private static final Duel DUEL =
      new Duel(
          "spindle", "uniform", new Standing.Lead(0.009, new Interval(0.003, 0.015)), 0.96, 40);

  @Test
  void aLeadIsSaidInPoints() {
    assertEquals(
        "spindle leads uniform by 0.9 [0.3, 1.5]; probability best 0.96; 40 designs",
        new Conclusion.Leads(DUEL).sentence());
  }

  @Test
  void anOpenComparisonSaysWhatWouldSettleIt() {
    assertEquals(
        "not separable yet: about 12 more designs would settle spindle against uniform",
        new Open(DUEL, 12, Reached.NOT_YET).sentence());
    assertEquals(
        "not separable within 40 designs: more than 1000 more designs would settle spindle"
            + " against uniform",
        new Open(DUEL, Double.POSITIVE_INFINITY, Reached.LIMIT).sentence());
  }

  @Test
  void beforeTheFirstLookItIsTooEarly() {
    assertEquals(
        "too early: spindle is ahead of uniform by 0.9 after 40 designs, judged after 100",
        new Conclusion.Early(DUEL, 100).sentence());
  }

  @Test
  void theSameScoresGiveTheSameVerdict() {
    assertEquals(verdict(0.72, 0.7, 0.69), verdict(0.72, 0.7, 0.69));
  }

  @Test
  void aClearLeaderLeads() {
    Verdict verdict = verdict(0.75, 0.7, 0.69);
    assertTrue(verdict.conclusion() instanceof Conclusion.Leads, verdict.sentence());
    assertEquals("c0", verdict.leader().orElseThrow());
    Standing rival = verdict.standings().get(1);
    assertTrue(rival.behind().orElseThrow().interval().contains(0.05), verdict.sentence());
    assertTrue(rival.adjusted().orElseThrow() <= 0.05);
  }

  @Test
  void equalsAreNotSeparable() {
    Verdict verdict = verdict(0.7, 0.7);
    assertTrue(verdict.sentence().startsWith("not separable within 40 designs: "));
  }

  /// With 79 degrees of freedom 1.99 + 0.84 = 2.83 is needed where 2 is seen: factor 2.005 of 40.
  /// With ten pairs 2.86 + 0.84 = 3.70: factor 3.42.
  @Test
  void furtherDesignsGrowWithTheSquareOfTheMissingFactor() {
    Racing once = new Racing(new SamplingPlan.Paper(40, 0.95), new Criterion.Mean());
    Comparison comparison = new Comparison(0.02, 0.01, 39, 40);
    assertEquals(41, once.furtherDesigns(comparison, 1), 1);
    assertEquals(97, once.furtherDesigns(comparison, 10), 1);
    assertEquals(Double.POSITIVE_INFINITY, once.furtherDesigns(new Comparison(0, 0.01, 39, 40), 1));
  }

  /// If the estimate is right, about 80 of 100 stages are settled by so many more designs.
  @Test
  void theEstimateOfFurtherDesignsHolds() {
    Racing racing = new Racing(new SamplingPlan.Paired(200, 8, 4, 0.95), Criterion.DEFAULT);
    // Deviation of matched differences 0.0283, gap 0.01: t = 1.94 after 30 designs.
    int further = (int) racing.furtherDesigns(new Comparison(0.01, 0.00516, 29, 30), 1);
    var random = new SplittableRandom(9);
    int settled = 0;
    for (int stage = 0; stage < 200; stage++) {
      ScoreTable table = Population.of(Shape.NORMAL, 0.71, 0.7).sample(Pairing.PAIRED, 200, random);
      Race race = racing.at(table);
      settled += race.state() == Race.State.SETTLED && race.round() <= 30 + further ? 1 : 0;
    }
    assertEquals(0.8, settled / 200.0, 0.1);
  }

  @Test
  void aRivalThatWasNotMeasuredIsNone() {
    var failing =
        new CandidateScores(
            "failing", new TreeMap<>(), new TreeSet<>(IntStream.range(0, 8).boxed().toList()));
    ScoreTable one =
        Population.of(Shape.NORMAL, 0.7).sample(Pairing.PAIRED, 8, new SplittableRandom(2));
    ScoreTable table =
        new ScoreTable(Pairing.PAIRED, List.of(one.candidates().getFirst(), failing));
    Racing racing = new Racing(SamplingPlan.DEFAULT, Criterion.DEFAULT);
    assertEquals("c0 has no rival", Verdict.of(racing, table, new Seed(1)).sentence());
  }

  @Test
  void anEmptyStageSaysSo() {
    ScoreTable empty =
        new ScoreTable(
            Pairing.PAIRED,
            List.of(CandidateScores.of("a", List.of()), CandidateScores.of("b", List.of())));
    Racing racing = new Racing(SamplingPlan.DEFAULT, Criterion.DEFAULT);
    assertEquals("nothing measured yet", Verdict.of(racing, empty, new Seed(1)).sentence());
  }

  private static Verdict verdict(double... means) {
    ScoreTable table =
        Population.of(Shape.NORMAL, means).sample(Pairing.PAIRED, 40, new SplittableRandom(2));
    Racing racing = new Racing(new SamplingPlan.Paired(40, 8, 4, 0.95), Criterion.DEFAULT);
    return Verdict.of(racing, table, new Seed(1));
  }
}
