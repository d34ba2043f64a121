package spindle.study;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is known of a candidate's designs, by draw.
///
/// A draw that is in neither collection is still open.
///
/// @param candidate its name
/// @param scores of the designs that were measured, by draw from 0; a score is the mean over the
///   tasks
/// @param unscored draws that ended without a score; they are left out of every comparison
public record CandidateScores(
    String candidate, NavigableMap<Integer, Double> scores, NavigableSet<Integer> unscored) {

  /// Copies the collections.
  ///
  /// @throws IllegalArgumentException if a draw is negative or both scored and unscored, or a score
  ///   is not a number
  public CandidateScores {
    scores = Collections.unmodifiableNavigableMap(new TreeMap<>(scores));
    unscored = Collections.unmodifiableNavigableSet(new TreeSet<>(unscored));
    for (int draw : unscored) {
      require(draw >= 0 && !scores.containsKey(draw), candidate, draw);
    }
    for (var entry : scores.entrySet()) {
      require(entry.getKey() >= 0 && Double.isFinite(entry.getValue()), candidate, entry.getKey());
    }
  }

  /// Returns the scores of a candidate whose draws 0, 1, 2, ... were all measured.
  public static CandidateScores of(String candidate, List<Double> scores) {
    var byDraw = new TreeMap<Integer, Double>();
    for (int draw = 0; draw < scores.size(); draw++) {
      byDraw.put(draw, scores.get(draw));
    }
    return new CandidateScores(candidate, byDraw, new TreeSet<>());
  }

  /// Says whether a draw has ended, with or without a score.
  public boolean ended(int draw) {
    return scores.containsKey(draw) || unscored.contains(draw);
  }

  /// Returns what is known of the draws below a number.
  public CandidateScores before(int draw) {
    return new CandidateScores(
        candidate, scores.headMap(draw, false), unscored.headSet(draw, false));
  }

  private static void require(boolean holds, String candidate, int draw) {
    if (!holds) {
      throw new IllegalArgumentException("bad score of " + candidate + " in draw " + draw);
    }
  }
}
