package spindle.study;

import java.util.ArrayList;
import java.util.List;
import spindle.study.ScoreTable.Pairing;

/// How many designs of each candidate are trained, and when candidates are judged.
public sealed interface SamplingPlan {

  /// Matched draws with racing.
  SamplingPlan DEFAULT = new Paired(100, 8, 4, 0.95);

  /// Returns the numbers of draws after which the candidates are judged, ascending; the last one is
  /// the limit of the plan.
  ///
  /// @param criterion by which they are judged; no look comes before its fewest designs
  List<Integer> looks(Criterion criterion);

  /// Returns the most designs of one candidate.
  int limit();

  /// Returns one minus the probability of a false verdict.
  double confidence();

  /// Returns how draws of different candidates hang together.
  Pairing pairing();

  /// The paper's plan: independent designs of every candidate, all trained, judged once.
  ///
  /// @param draws designs of each candidate, 100 in the paper
  /// @param confidence one minus the probability of a false verdict, in `(0.5, 1)`
  record Paper(int draws, double confidence) implements SamplingPlan {
    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming what is out of range
    public Paper {
      require(draws >= 2, "a candidate needs at least 2 designs: " + draws);
      requireConfidence(confidence);
    }

    @Override
    public List<Integer> looks(Criterion criterion) {
      return List.of(draws);
    }

    @Override
    public int limit() {
      return draws;
    }

    @Override
    public Pairing pairing() {
      return Pairing.INDEPENDENT;
    }
  }

  /// Matched designs: draw `i` uses the same random numbers in every candidate, and a candidate
  /// that is beaten gets no more.
  ///
  /// @param limit most designs of each candidate
  /// @param minimum designs of each before the first look, at least 4
  /// @param step designs between two looks, at least 1
  /// @param confidence one minus the probability that the stage ends with a false verdict, over all
  ///   looks and candidates, in `(0.5, 1)`
  record Paired(int limit, int minimum, int step, double confidence) implements SamplingPlan {
    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming what is out of range
    public Paired {
      require(minimum >= 4, "the first look needs at least 4 designs: " + minimum);
      require(step >= 1, "looks must be at least 1 design apart: " + step);
      require(limit >= minimum, "the limit is below the minimum of " + minimum + ": " + limit);
      require(
          (limit - minimum) / step <= 100,
          "at most 100 looks; let them be further apart than " + step + " designs");
      requireConfidence(confidence);
    }

    @Override
    public List<Integer> looks(Criterion criterion) {
      List<Integer> looks = new ArrayList<>();
      for (int look = minimum; look < limit; look += step) {
        if (look >= criterion.fewest()) {
          looks.add(look);
        }
      }
      looks.add(limit);
      return List.copyOf(looks);
    }

    @Override
    public Pairing pairing() {
      return Pairing.PAIRED;
    }
  }

  private static void requireConfidence(double confidence) {
    require(
        confidence > 0.5 && confidence < 1,
        "the confidence must be between 0.5 and 1: " + confidence);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
