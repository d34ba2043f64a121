package spindle.study;

import java.util.List;
import java.util.Map;

/// Where the candidates of a stage stand at the last look that its scores allow.
///
/// @param state what comes next
/// @param round designs of each racing candidate at the last look, 0 before the first
/// @param racing candidates that were not dropped, in order
/// @param dropped candidates that get no more designs, in the order in which they were dropped
/// @param adjusted for every candidate that was compared with the leader, its probability,
///   corrected for the looks and for the other candidates; of a dropped one, when it was dropped
/// @param wanted designs still to be measured before the next look, in order of draws; empty unless
///   sampling
public record Race(
    State state,
    int round,
    List<String> racing,
    List<Dropped> dropped,
    Map<String, Double> adjusted,
    List<Slot> wanted) {

  /// What comes next.
  public enum State {
    /// More designs are to be measured before the next look.
    SAMPLING,
    /// One candidate is left.
    SETTLED,
    /// The plan's limit is reached with several candidates left.
    LIMIT_REACHED
  }

  /// A candidate that left the race.
  ///
  /// @param candidate its name
  /// @param round designs of each candidate when it left
  /// @param reason why
  public record Dropped(String candidate, int round, Reason reason) {}

  /// Why a candidate gets no more designs.
  public sealed interface Reason {
    /// It was beaten.
    ///
    /// @param leader by whom
    record Beaten(String leader) implements Reason {}

    /// Fewer than two of its designs have a score.
    record Unmeasured() implements Reason {}
  }

  /// Copies the collections.
  public Race {
    racing = List.copyOf(racing);
    dropped = List.copyOf(dropped);
    adjusted = Map.copyOf(adjusted);
    wanted = List.copyOf(wanted);
  }

  /// Returns the scores that this standing rests on, and no later ones.
  ///
  /// A dropped candidate may have more: another path of the study may have measured them, or they
  /// were running when it was dropped.
  public ScoreTable seen(ScoreTable table) {
    return new ScoreTable(
        table.pairing(),
        table.candidates().stream().map(scores -> scores.before(rounds(scores))).toList());
  }

  private int rounds(CandidateScores scores) {
    return dropped.stream()
        .filter(drop -> drop.candidate().equals(scores.candidate()))
        .mapToInt(Dropped::round)
        .findFirst()
        .orElse(round);
  }
}
