package spindle.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds what the standings of a stage allow to be claimed.
///
/// @param racing the rules
/// @param race where the candidates stand
/// @param seen the scores that this rests on
record Judge(Racing racing, Race race, ScoreTable seen) {

  Conclusion conclusion(String leader, List<Standing> standings) {
    List<Standing> rivals = rivals(standings);
    if (rivals.isEmpty()) {
      return new Conclusion.Alone(leader);
    }
    Standing first =
        standings.stream().filter(s -> s.candidate().equals(leader)).findFirst().orElseThrow();
    Conclusion.Duel nearest = duel(first, rivals.getFirst());
    return switch (race.state()) {
      case SETTLED -> new Conclusion.Leads(nearest);
      case LIMIT_REACHED -> open(first, rivals, Conclusion.Reached.LIMIT);
      case SAMPLING ->
          race.round() == 0
              ? new Conclusion.Early(nearest, racing.looks().getFirst())
              : open(first, rivals, Conclusion.Reached.NOT_YET);
    };
  }

  /// The measured others, least behind first; those still racing before all others.
  private static List<Standing> rivals(List<Standing> standings) {
    return standings.stream()
        .filter(standing -> standing.behind().isPresent() && !isUnmeasured(standing))
        .sorted(
            Comparator.<Standing, Boolean>comparing(s -> s.dropped().isPresent())
                .thenComparingDouble(s -> s.behind().orElseThrow().difference()))
        .toList();
  }

  private static boolean isUnmeasured(Standing standing) {
    return standing
        .dropped()
        .filter(drop -> drop.reason() instanceof Race.Reason.Unmeasured)
        .isPresent();
  }

  /// Names the rival that will take longest. The clearest will have left the race before the
  /// closest, so that the one at place `i` is compared when there are `i + 1` candidates.
  private Conclusion open(Standing first, List<Standing> rivals, Conclusion.Reached reached) {
    Standing slowest = rivals.getFirst();
    double most = 0;
    int place = 0;
    for (Standing rival : rivals) {
      if (rival.dropped().isEmpty()) {
        place++;
        double further = further(first, rival, place * (place + 1) / 2);
        if (further > most) {
          most = further;
          slowest = rival;
        }
      }
    }
    return new Conclusion.Open(duel(first, slowest), most, reached);
  }

  private double further(Standing first, Standing rival, int pairs) {
    Optional<Comparison> comparison =
        Comparison.of(seen, first.candidate(), rival.candidate(), racing.criterion());
    return comparison.map(c -> racing.furtherDesigns(c, pairs)).orElse(Double.POSITIVE_INFINITY);
  }

  private static Conclusion.Duel duel(Standing leader, Standing rival) {
    return new Conclusion.Duel(
        leader.candidate(),
        rival.candidate(),
        rival.behind().orElseThrow(),
        leader.probabilityBest(),
        leader.designs());
  }
}
