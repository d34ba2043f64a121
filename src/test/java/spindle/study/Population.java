package spindle.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import spindle.study.ScoreTable.Pairing;

/// Made-up scores whose truth is known.
///
/// A score is the candidate's mean, plus what the draw does to every candidate alike (deviation
/// 0.03), plus what it does to this one (deviation 0.02). In a skewed population both parts are
/// minus a shifted exponential, so bad designs lie far off; one design in fifty diverges, drops to
/// the floor of 0.5 below the mean and the mean is raised to make up for it.
///
/// @param means true mean of each candidate
/// @param shape of the distribution around it
record Population(List<Double> means, Shape shape) {

  enum Shape {
    NORMAL,
    SKEWED
  }

  static Population of(double... means) {
    return new Population(
        IntStream.range(0, means.length).mapToObj(i -> means[i]).toList(), Shape.NORMAL);
  }

  static Population skewed(double... means) {
    return new Population(of(means).means(), Shape.SKEWED);
  }

  /// Returns candidates `c0`, `c1`, ... with so many designs each.
  ScoreTable sample(Pairing pairing, int designs, RandomGenerator random) {
    List<TreeMap<Integer, Double>> scores =
        means.stream().map(_ -> new TreeMap<Integer, Double>()).toList();
    for (int draw = 0; draw < designs; draw++) {
      double shared = noise(random);
      for (int i = 0; i < scores.size(); i++) {
        double common = pairing == Pairing.PAIRED ? shared : noise(random);
        double score = means.get(i) + 0.03 * common + 0.02 * noise(random);
        scores.get(i).put(draw, shape == Shape.SKEWED ? diverging(score, i, random) : score);
      }
    }
    List<CandidateScores> candidates = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      candidates.add(new CandidateScores("c" + i, scores.get(i), new TreeSet<>()));
    }
    return new ScoreTable(pairing, candidates);
  }

  private double diverging(double score, int candidate, RandomGenerator random) {
    return random.nextInt(50) == 0 ? means.get(candidate) - 0.49 : score + 0.01;
  }

  private double noise(RandomGenerator random) {
    return switch (shape) {
      case NORMAL -> random.nextGaussian();
      case SKEWED -> 1 - random.nextExponential();
    };
  }
}
