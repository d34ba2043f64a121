package spindle.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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
    return new Replay(this, table.names()).on(table);
  }

  /// Estimates how many more designs would settle a comparison with probability 0.8 if the
  /// difference and its spread are what they look like.
  ///
  /// @param pairs of candidates that it shares the error with
  /// @return a positive number, infinite if it is above [Conclusion#MANY]
  double furtherDesigns(Comparison comparison, int pairs) {
    double nominal = looks.nominal((1 - plan.confidence()) / pairs);
    int low = 0;
    int high = Conclusion.MANY + 1;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (settles(comparison, middle, nominal)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high > Conclusion.MANY ? Double.POSITIVE_INFINITY : high;
  }

  private static boolean settles(Comparison comparison, int further, double nominal) {
    double growth = 1 + (double) further / comparison.designs();
    double needed =
        StudentT.quantile(nominal, comparison.freedom() * growth) + Normal.upperQuantile(0.2);
    return Math.abs(comparison.difference()) * StrictMath.sqrt(growth)
        > needed * comparison.error();
  }

  /// Returns the probability that two candidates without a difference would, at some look, differ
  /// as much as these; 1 if they share too few designs.
  double overall(ScoreTable seen, String one, String other) {
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
}
