package spindle.study;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// The scores of the candidates of one stage.
///
/// @param pairing whether equal draws of two candidates belong together
/// @param candidates in the order in which they are shown; names differ
public record ScoreTable(Pairing pairing, List<CandidateScores> candidates) {

  /// How the draws of different candidates hang together.
  public enum Pairing {
    /// Draw `i` used the same random numbers in every candidate; compare draw by draw.
    PAIRED,
    /// Every candidate was drawn on its own.
    INDEPENDENT
  }

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if two candidates have one name
  public ScoreTable {
    candidates = List.copyOf(candidates);
    Set<String> seen = new HashSet<>();
    for (CandidateScores scores : candidates) {
      if (!seen.add(scores.candidate())) {
        throw new IllegalArgumentException("two candidates are called " + scores.candidate());
      }
    }
  }

  /// Returns the names of the candidates, in order.
  public List<String> names() {
    return candidates.stream().map(CandidateScores::candidate).toList();
  }

  /// Returns what is known of one candidate.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public CandidateScores of(String candidate) {
    return candidates.stream()
        .filter(scores -> scores.candidate().equals(candidate))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no candidate is called " + candidate));
  }

  /// Returns every draw in which some candidate has a score, ascending.
  NavigableSet<Integer> draws() {
    var draws = new TreeSet<Integer>();
    candidates.forEach(scores -> draws.addAll(scores.scores().keySet()));
    return draws;
  }
}
