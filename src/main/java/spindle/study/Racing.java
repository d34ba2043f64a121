package spindle.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decides which candidates of a stage get more designs.
///
/// A pure function of the plan and the scores: candidates are judged at fixed looks only, when
/// every draw before the look has ended for every candidate still racing, and on exactly those
/// draws. The order in which trials end, and how many run at once, cannot change a decision.
///
/// At a look the leader is the racing candidate with the highest criterion. Each other one is
/// compared with it ([Comparison]), the probability is corrected for the looks ([Looks]) and for
/// the number of candidates ([Holm]); below one minus the plan's confidence the candidate is
/// dropped.
public final class Racing {

  private final SamplingPlan plan;
  private final Criterion criterion;
  private final Looks looks;

  /// Makes the rules of a plan.
  public Racing(SamplingPlan plan, Criterion criterion) {
    this.plan = plan;
    this.criterion = criterion;
    this.looks = new Looks(plan.looks(criterion));
  }

  /// Returns the plan.
  public SamplingPlan plan() {
    return plan;
  }

  /// Returns the criterion.
  public Criterion criterion() {
    return criterion;
  }

  /// Judges the candidates at every look that the scores allow, from the first.
  public Race at(ScoreTable table) {
    List<String> racing = new ArrayList<>(table.names());
    List<Race.Dropped> dropped = new ArrayList<>();
    Map<String, Double> adjusted = new HashMap<>();
    int round = 0;
    for (int look : looks.rounds()) {
      if (racing.size() < 2) {
        return new Race(Race.State.SETTLED, round, racing, dropped, adjusted, List.of());
      }
      List<Slot> open = open(table, racing, look);
      if (!open.isEmpty()) {
        return new Race(Race.State.SAMPLING, round, racing, dropped, adjusted, open);
      }
      round = look;
      boolean fewer = true;
      while (fewer && racing.size() > 1) {
        judge(cut(table, racing, look), look, dropped, adjusted);
        fewer =
            dropped.stream()
                .map(drop -> racing.remove(drop.candidate()))
                .reduce(false, Boolean::logicalOr);
      }
    }
    Race.State state = racing.size() < 2 ? Race.State.SETTLED : Race.State.LIMIT_REACHED;
    return new Race(state, round, racing, dropped, adjusted, List.of());
  }

  /// Estimates how many more designs would settle a comparison with probability 0.8 if the
  /// difference and its spread are what they look like.
  ///
  /// @return a positive number, infinite if there is no difference
  double furtherDesigns(Comparison comparison) {
    double nominal = looks.nominal(1 - plan.confidence());
    double needed = Normal.upperQuantile(nominal / 2) + Normal.upperQuantile(0.2);
    double t = Math.abs(comparison.difference()) / comparison.error();
    double growth = needed * needed / (t * t);
    return comparison.difference() == 0
        ? Double.POSITIVE_INFINITY
        : Math.max(1, Math.ceil((growth - 1) * comparison.designs()));
  }

  private void judge(
      ScoreTable seen, int look, List<Race.Dropped> dropped, Map<String, Double> adjusted) {
    List<String> compared = new ArrayList<>();
    for (CandidateScores scores : seen.candidates()) {
      if (scores.scores().size() < 2) {
        dropped.add(new Race.Dropped(scores.candidate(), look, new Race.Reason.Unmeasured()));
      } else {
        compared.add(scores.candidate());
      }
    }
    if (compared.isEmpty()) {
      return;
    }
    String leader = leader(seen, compared);
    adjusted.remove(leader);
    against(seen, leader, compared)
        .forEach((other, p) -> {
          adjusted.put(other, p);
          if (p <= 1 - plan.confidence()) {
            dropped.add(new Race.Dropped(other, look, new Race.Reason.Beaten(leader)));
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
    others.forEach(other -> p.add(p(seen, leader, other)));
    for (int i = 0; i < others.size(); i++) {
      for (int j = 0; j < i; j++) {
        p.add(p(seen, others.get(i), others.get(j)));
      }
    }
    double[] adjusted = Holm.adjust(p.stream().mapToDouble(Double::doubleValue).toArray());
    Map<String, Double> result = new LinkedHashMap<>();
    for (int i = 0; i < others.size(); i++) {
      // On the designs they share, the other may be ahead even of the leader.
      boolean behind =
          Comparison.of(seen, leader, others.get(i), criterion)
              .filter(c -> c.difference() > 0)
              .isPresent();
      result.put(others.get(i), behind ? adjusted[i] : 1);
    }
    return result;
  }

  private double p(ScoreTable seen, String one, String other) {
    return Comparison.of(seen, one, other, criterion)
        .map(comparison -> looks.overall(comparison.twoSided()))
        .orElse(1.0);
  }

  /// Returns the candidate with the highest criterion, the first of equals.
  String leader(ScoreTable seen, List<String> among) {
    Comparator<String> order = Comparator.comparingDouble(name -> value(seen.of(name)));
    String best = among.getFirst();
    for (String name : among) {
      best = order.compare(name, best) > 0 ? name : best;
    }
    return best;
  }

  /// Returns the criterion of a candidate's own designs.
  double value(CandidateScores scores) {
    double[] ascending =
        scores.scores().values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int[] once = new int[ascending.length];
    Arrays.fill(once, 1);
    return criterion.of(ascending, once);
  }

  /// Returns the designs of each candidate at every look.
  List<Integer> looks() {
    return looks.rounds();
  }

  private static List<Slot> open(ScoreTable table, List<String> racing, int look) {
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

  private static ScoreTable cut(ScoreTable table, List<String> racing, int look) {
    return new ScoreTable(
        table.pairing(), racing.stream().map(name -> table.of(name).before(look)).toList());
  }
}
