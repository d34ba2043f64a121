package spindle.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A race run through its looks, as far as the scores go.
///
/// More scores may come between two questions, but only of draws that were not asked for before.
final class Replay {

  private final Racing rules;
  private final List<String> racing;
  private final List<Race.Dropped> dropped = new ArrayList<>();
  private final Map<String, Double> adjusted = new HashMap<>();
  private int looked;
  private int round;

  /// Starts a race.
  Replay(Racing rules, List<String> names) {
    this.rules = rules;
    this.racing = new ArrayList<>(names);
  }

  /// Goes on to the last look that the scores allow.
  Race on(ScoreTable table) {
    List<Integer> looks = rules.looks();
    while (looked < looks.size() && racing.size() > 1) {
      List<Slot> open = open(table, looks.get(looked));
      if (!open.isEmpty()) {
        return race(Race.State.SAMPLING, open);
      }
      round = looks.get(looked);
      looked++;
      judgeUntilNoneLeaves(table);
    }
    return race(racing.size() > 1 ? Race.State.LIMIT_REACHED : Race.State.SETTLED, List.of());
  }

  private Race race(Race.State state, List<Slot> wanted) {
    return new Race(state, round, racing, dropped, adjusted, wanted);
  }

  /// With fewer candidates there are fewer pairs, and the next may leave at the same look.
  private void judgeUntilNoneLeaves(ScoreTable table) {
    int before;
    do {
      before = dropped.size();
      judge(cut(table));
      dropped.forEach(drop -> racing.remove(drop.candidate()));
    } while (dropped.size() > before && racing.size() > 1);
  }

  private void judge(ScoreTable seen) {
    List<String> compared = new ArrayList<>();
    for (CandidateScores scores : seen.candidates()) {
      if (scores.scores().size() < 2) {
        dropped.add(new Race.Dropped(scores.candidate(), round, new Race.Reason.Unmeasured()));
      } else {
        compared.add(scores.candidate());
      }
    }
    if (compared.isEmpty()) {
      return;
    }
    String leader = rules.leader(seen, compared);
    adjusted.remove(leader);
    against(seen, leader, compared)
        .forEach((other, p) -> {
          adjusted.put(other, p);
          if (p <= 1 - rules.plan().confidence()) {
            dropped.add(new Race.Dropped(other, round, new Race.Reason.Beaten(leader)));
          }
        });
  }

  /// Returns the adjusted probability of each candidate's deficit to the leader.
  ///
  /// The leader is known only from the scores, so every pair counts as a comparison that could have
  /// been made.
  private Map<String, Double> against(ScoreTable seen, String leader, List<String> compared) {
    List<String> others = new ArrayList<>(compared);
    others.remove(leader);
    List<Double> p = new ArrayList<>();
    others.forEach(other -> p.add(rules.overall(seen, leader, other)));
    for (int i = 0; i < others.size(); i++) {
      for (int j = 0; j < i; j++) {
        p.add(rules.overall(seen, others.get(i), others.get(j)));
      }
    }
    double[] adjusted = Holm.adjust(p.stream().mapToDouble(Double::doubleValue).toArray());
    Map<String, Double> result = new LinkedHashMap<>();
    for (int i = 0; i < others.size(); i++) {
      // On the designs they share, the other may be ahead even of the leader.
      boolean behind =
          Comparison.of(seen, leader, others.get(i), rules.criterion())
              .filter(c -> c.difference() > 0)
              .isPresent();
      result.put(others.get(i), behind ? adjusted[i] : 1);
    }
    return result;
  }

  private List<Slot> open(ScoreTable table, int look) {
    List<Slot> open = new ArrayList<>();
    for (int draw = 0; draw < look; draw++) {
      for (String name : racing) {
        if (!table.of(name).ended(draw)) {
          open.add(new Slot(name, draw));
        }
      }
    }
    return open;
  }

  private ScoreTable cut(ScoreTable table) {
    return new ScoreTable(
        table.pairing(), racing.stream().map(name -> table.of(name).before(round)).toList());
  }
}
