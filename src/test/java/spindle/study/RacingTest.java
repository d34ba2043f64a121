package spindle.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spindle.study.Population.Shape;
import spindle.study.Race.Dropped;
import spindle.study.Race.Reason;
import spindle.study.ScoreTable.Pairing;

class RacingTest {

  private static final SamplingPlan PLAN = new SamplingPlan.Paired(20, 8, 4, 0.95);
  private static final Racing RACING = new Racing(PLAN, new Criterion.Mean());
  private static final ScoreTable TRUTH =
      Population.of(Shape.NORMAL, 0.75, 0.65, 0.75)
          .sample(Pairing.PAIRED, 20, new SplittableRandom(8));

  @Test
  void atFirstEveryDrawBeforeTheFirstLookIsWanted() {
    Race race = RACING.at(table(Map.of("a", Map.of(), "b", Map.of(1, 0.5))));
    assertEquals(Race.State.SAMPLING, race.state());
    assertEquals(15, race.wanted().size());
    assertEquals(
        List.of(new Slot("a", 0), new Slot("b", 0), new Slot("a", 1), new Slot("a", 2)),
        race.wanted().subList(0, 4));
  }

  @Test
  void aBeatenCandidateGetsNoMoreDesigns() {
    Race race = RACING.at(before(TRUTH, 8));
    assertEquals(List.of(new Dropped("c1", 8, new Reason.Beaten("c0"))), race.dropped());
    assertEquals(List.of("c0", "c2"), race.racing());
    assertEquals(8, race.wanted().size());
    assertEquals(new Slot("c0", 8), race.wanted().getFirst());
  }

  @Test
  void scoresBeyondTheLookDoNotCount() {
    ScoreTable ahead = with(before(TRUTH, 8), "c2", Map.of(8, 0.99, 9, 0.99, 10, 0.99));
    assertEquals(RACING.at(before(TRUTH, 8)).dropped(), RACING.at(ahead).dropped());
    assertEquals(RACING.at(before(TRUTH, 8)).adjusted(), RACING.at(ahead).adjusted());
    assertEquals(5, RACING.at(ahead).wanted().size());
  }

  @Test
  void laterScoresOfADroppedCandidateDoNotCount() {
    Race race = RACING.at(TRUTH);
    assertEquals(8, race.seen(TRUTH).of("c1").scores().size());
    ScoreTable raised = with(TRUTH, "c1", Map.of(8, 9.0, 15, 9.0));
    assertEquals(race, RACING.at(raised));
  }

  @Test
  void theOrderOfCompletionChangesNothing() {
    for (int order = 0; order < 10; order++) {
      assertEquals(RACING.at(TRUTH), sampledInOrder(new SplittableRandom(order)));
    }
  }

  @Test
  void theLimitEndsTheRaceOfEquals() {
    Race race = RACING.at(TRUTH);
    assertEquals(Race.State.LIMIT_REACHED, race.state());
    assertEquals(20, race.round());
    assertEquals(List.of(), race.wanted());
  }

  @Test
  void aCandidateWithoutScoresLeavesTheRace() {
    var unscored = new TreeSet<>(IntStream.range(0, 8).boxed().toList());
    ScoreTable table =
        new ScoreTable(
            Pairing.PAIRED,
            List.of(
                before(TRUTH, 8).of("c0"),
                new CandidateScores("failing", new TreeMap<>(), unscored)));
    Race race = RACING.at(table);
    assertEquals(List.of(new Dropped("failing", 8, new Reason.Unmeasured())), race.dropped());
    assertEquals(Race.State.SETTLED, race.state());
  }

  @Test
  void aSingleCandidateNeedsNoTraining() {
    assertEquals(Race.State.SETTLED, RACING.at(table(Map.of("a", Map.of()))).state());
  }

  @Test
  void thePaperTrainsEverythingAndJudgesOnce() {
    Racing paper = new Racing(new SamplingPlan.Paper(20, 0.95), new Criterion.Mean());
    assertEquals(60 - 24, paper.at(before(TRUTH, 8)).wanted().size());
    Race race = paper.at(TRUTH);
    assertEquals(List.of("c1"), race.dropped().stream().map(Dropped::candidate).toList());
    assertEquals(20, race.seen(TRUTH).of("c1").scores().size());
  }

  @Test
  void refusesALimitBelowTheMinimum() {
    assertThrows(IllegalArgumentException.class, () -> new SamplingPlan.Paired(8, 12, 4, 0.95));
  }

  /// Measures wanted slots one at a time, in an order of chance.
  private static Race sampledInOrder(SplittableRandom random) {
    ScoreTable table = before(TRUTH, 0);
    Race race = RACING.at(table);
    while (race.state() == Race.State.SAMPLING) {
      Slot slot = race.wanted().get(random.nextInt(race.wanted().size()));
      Double score = TRUTH.of(slot.candidate()).scores().get(slot.draw());
      table = with(table, slot.candidate(), Map.of(slot.draw(), score));
      race = RACING.at(table);
    }
    return race;
  }

  private static ScoreTable before(ScoreTable table, int draw) {
    return new ScoreTable(
        table.pairing(), table.candidates().stream().map(c -> c.before(draw)).toList());
  }

  private static ScoreTable with(ScoreTable table, String name, Map<Integer, Double> more) {
    List<CandidateScores> candidates = new ArrayList<>(table.candidates());
    candidates.replaceAll(c -> {
      var scores = new TreeMap<>(c.scores());
      scores.putAll(c.candidate().equals(name) ? more : Map.of());
      return new CandidateScores(c.candidate(), scores, c.unscored());
    });
    return new ScoreTable(table.pairing(), candidates);
  }

  private static ScoreTable table(Map<String, Map<Integer, Double>> scores) {
    return new ScoreTable(
        Pairing.PAIRED,
        new TreeMap<>(scores)
            .entrySet().stream()
                .map(e ->
                    new CandidateScores(e.getKey(), new TreeMap<>(e.getValue()), new TreeSet<>()))
                .toList());
  }
}
