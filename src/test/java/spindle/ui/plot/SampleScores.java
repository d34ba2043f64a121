package spindle.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Made-up scores for tests.
public final class SampleScores {
  private static final List<String> NAMES =
      List.of("Spindle", "Bottleneck", "Increasing", "Decreasing", "Uniform");
  private static final double[] MEANS = {0.835, 0.803, 0.812, 0.789, 0.818};

  private SampleScores() {}

  /// Returns scores of some candidates, at most five, the first leading.
  public static Scores scores(int candidates, int designs) {
    SplittableRandom random = new SplittableRandom(7);
    List<Scores.Candidate> list = new ArrayList<>();
    for (int c = 0; c < candidates; c++) {
      List<Scores.Dot> dots = new ArrayList<>();
      for (int i = 0; i < designs; i++) {
        dots.add(new Scores.Dot(NAMES.get(c) + " " + i, random.nextGaussian(MEANS[c], 0.018)));
      }
      double mean = dots.stream().mapToDouble(Scores.Dot::score).average().orElseThrow();
      list.add(
          new Scores.Candidate(
              NAMES.get(c),
              dots,
              Optional.of(new Scores.Interval(mean, mean - 0.005, mean + 0.005)),
              Optional.empty(),
              c == 0 ? Scores.Emphasis.LEADING : Scores.Emphasis.PLAIN,
              c));
    }
    return new Scores(list, "Mean score");
  }

  /// Returns a falling curve with noise.
  public static Curve curve(String trial, int steps, int series) {
    SplittableRandom random = new SplittableRandom(trial.hashCode());
    double floor = random.nextDouble(0.1, 0.5);
    Samples samples = new Samples();
    for (int i = 1; i <= steps; i++) {
      double loss = floor + 0.9 * Math.exp(-i / 90.0) + random.nextGaussian(0, 0.04);
      samples.add(i, i * 0.12, Math.max(0.01, loss));
    }
    return new Curve(trial, samples, 200, series);
  }
}
