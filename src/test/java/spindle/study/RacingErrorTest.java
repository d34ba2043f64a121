package spindle.study;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RacingErrorTest {

  @Test
  void stat() {
    for (var p :
        new Population[] {
          Population.of(0.7, 0.7),
          Population.of(0.7, 0.7, 0.7, 0.7, 0.7),
          Population.of(0.7, 0.7, 0.65, 0.65, 0.65),
          Population.skewed(0.7, 0.7),
          Population.skewed(0.7, 0.7, 0.7, 0.7, 0.7),
          Population.skewed(0.7, 0.7, 0.65, 0.65, 0.65),
          Population.of(0.71, 0.7, 0.69, 0.68, 0.67),
          Population.of(0.715, 0.7, 0.69, 0.68, 0.67),
          Population.of(0.72, 0.7, 0.69, 0.68, 0.67),
          Population.skewed(0.72, 0.7, 0.69, 0.68, 0.67),
        }) {
      run(p, SamplingPlan.DEFAULT);
      run(p, new SamplingPlan.Paired(40, 8, 4, 0.95));
      run(p, new SamplingPlan.Paper(100, 0.95));
    }
  }

  private static void run(Population population, SamplingPlan plan) {
    var random = new SplittableRandom(plan.limit());
    var racing = new Racing(plan, new Criterion.Mean());
    int n = 1000;
    int settled = 0;
    int best = 0;
    int lost = 0;
    int anydrop = 0;
    double used = 0;
    long t = System.nanoTime();
    for (int i = 0; i < n; i++) {
      ScoreTable table = population.sample(plan.pairing(), plan.limit(), random);
      Race race = racing.at(table);
      settled += race.state() == Race.State.SETTLED ? 1 : 0;
      anydrop += race.dropped().isEmpty() ? 0 : 1;
      lost += race.racing().contains("c0") ? 0 : 1;
      ScoreTable seen = race.seen(table);
      best += racing.leader(seen, race.racing()).equals("c0") ? 1 : 0;
      for (var c : seen.candidates()) used += c.scores().size();
    }
    System.out.printf(
        "STAT %s %s settled %.3f dropped any %.3f best lost %.3f best leads %.3f used %.2f time %.1f%n",
        population,
        plan,
        settled / (double) n,
        anydrop / (double) n,
        lost / (double) n,
        best / (double) n,
        used / n / plan.limit() / population.means().size(),
        (System.nanoTime() - t) / 1e9);
  }
}
