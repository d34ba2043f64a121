package spindle.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import spindle.study.ScoreTable.Pairing;

/// Made-up scores whose truth is known.
///
/// A score is the candidate's mean, plus what the draw does to every candidate alike (deviation
/// 0.03), plus what it does to this one (deviation 0.02).
///
/// @param means true mean of each candidate
/// @param shape of the distribution around it
record Population(List<Double> means, Shape shape) {

  enum Shape {
    NORMAL,
    /// Both parts are one minus an exponential: bad designs lie far off.
    SKEWED,
    /// Skewed, and one design in fifty diverges: it drops by half, to a score by chance.
    DIVERGING
  }

  static Population of(Shape shape, double... means) {
    return new Population(DoubleStream.of(means).boxed().toList(), shape);
  }

  /// Returns candidates `c0`, `c1`, ... with so many designs each.
  ScoreTable sample(Pairing pairing, int designs, RandomGenerator random) {
    List<CandidateScores> candidates = new ArrayList<>();
    double[] shared = new double[designs];
    for (int i = 0; i < means.size(); i++) {
      var scores = new TreeMap<Integer, Double>();
      for (int draw = 0; draw < designs; draw++) {
        if (i == 0 || pairing == Pairing.INDEPENDENT) {
          shared[draw] = noise(random);
        }
        scores.put(draw, score(means.get(i), shared[draw], random));
      }
      candidates.add(new CandidateScores("c" + i, scores, new TreeSet<>()));
    }
    return new ScoreTable(pairing, candidates);
  }

  private double score(double mean, double shared, RandomGenerator random) {
    double score = mean + 0.03 * shared + 0.02 * noise(random);
    return shape == Shape.DIVERGING && random.nextInt(50) == 0 ? score - 0.5 : score;
  }

  private double noise(RandomGenerator random) {
    return switch (shape) {
      case NORMAL -> random.nextGaussian();
      case SKEWED, DIVERGING -> 1 - random.nextExponential();
    };
  }
}
