package spindle.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Fixed seeds; chi-square against the 0.999 quantile of its degrees of freedom.
class SamplingStatisticsTest {
  private static final int DRAWS = 60_000;

  @Test
  void everyGroupingIsEquallyLikely() {
    var free = new GroupingChoice.Free(3);
    // C(4, 2) = 6 groupings, 5 degrees of freedom
    assertUniform(6, 20.5, random -> free.sample(5, random));
  }

  @Test
  void everyGroupingOfAPatternIsEquallyLikely() {
    // 4 spindles, 3 degrees of freedom
    assertUniform(4, 16.3, random -> DesignSpaceTest.spindle().sample(12, random));
  }

  @Test
  void everySetOfTunedGroupsIsEquallyLikely() {
    // 15 sets, 14 degrees of freedom
    assertUniform(15, 36.1, random -> new TunedChoice.Free().sample(4, random));
  }

  @Test
  void everyStrategySetIsEquallyLikely() {
    assertUniform(15, 36.1, random -> AssignmentChoice.FREE.sample(1, _ -> random));
  }

  @Test
  void aLayerOfS0IsTunedInAboutHalfTheDraws() {
    var random = new SplittableRandom(1);
    DesignSpace space = DesignSpace.s0(12);
    double tuned =
        IntStream.range(0, 5_000)
            .mapToDouble(_ -> space.sample(random).tunedLayers().size())
            .average()
            .orElseThrow();
    // 6 / (1 - 2^-12) with a standard error of sqrt(3 / 5000) = 0.0245; four of them
    assertEquals(6.0015, tuned, 0.098);
  }

  @Test
  void dirichletSharesHaveTheirMeanAndVariance() {
    for (double alpha : new double[] {0.5, 1, 4}) {
      var random = new SplittableRandom(7);
      double[] first =
          DoubleStream.generate(() -> Allocation.random(5, alpha, random).weights().getFirst())
              .limit(DRAWS)
              .toArray();
      double mean = DoubleStream.of(first).average().orElseThrow();
      double variance =
          DoubleStream.of(first).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
      // mean 1/5, variance (1/5)(4/5) / (5 alpha + 1); a standard error of the mean is below 0.0009
      assertEquals(0.2, mean, 0.0036);
      assertEquals(0.16 / (5 * alpha + 1), variance, 0.04 * 0.16 / (5 * alpha + 1));
    }
  }

  private static void assertUniform(
      int outcomes, double quantile, Function<RandomGenerator, Object> draw) {
    var random = new SplittableRandom(1);
    Map<Object, Integer> counts = new HashMap<>();
    for (int i = 0; i < DRAWS; i++) {
      counts.merge(draw.apply(random), 1, Integer::sum);
    }
    assertEquals(outcomes, counts.size());
    double expected = DRAWS / (double) outcomes;
    double chiSquare =
        counts.values().stream()
            .mapToDouble(count -> (count - expected) * (count - expected) / expected)
            .sum();
    assertTrue(chiSquare < quantile, "chi-square " + chiSquare);
  }
}
