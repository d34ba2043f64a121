package spindle.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import spindle.study.ScoreTable.Pairing;

/// Intervals and the probability of being best, by drawing the draws again.
///
/// Each resample takes as many draws, with replacement, as there are, the same for all candidates
/// if draws are paired. The difference of two candidates is taken on the draws that both have
/// scores in, so a candidate that was dropped early is compared on equal terms.
///
/// Intervals are percentiles, widened for small numbers: the tail is `Phi(-t sqrt(n/(n-1)))` with
/// the quantile `t` of `n - 1` degrees of freedom, which for the mean gives the width of a t
/// interval (Hesterberg, What Teachers Should Know About the Bootstrap, 2015, section 3.2).
public final class PairedBootstrap {

  private final Criterion criterion;
  private final int resamples;
  private final double confidence;

  /// Makes a bootstrap.
  ///
  /// @param criterion by which candidates are judged
  /// @param resamples how often the draws are drawn again, 10,000 for two sure digits
  /// @param confidence nominal coverage of the intervals, in `(0, 1)`
  public PairedBootstrap(Criterion criterion, int resamples, double confidence) {
    if (resamples < 100 || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "a bootstrap needs 100 resamples and a confidence in (0, 1): "
              + resamples
              + ", "
              + confidence);
    }
    this.criterion = criterion;
    this.resamples = resamples;
    this.confidence = confidence;
  }

  /// What the resamples say of one candidate.
  ///
  /// @param candidate its name
  /// @param value interval of its criterion
  /// @param behind interval of the leader's lead over it; empty for the leader
  /// @param best share of the resamples in which it is ahead of all others; together 1
  public record Result(String candidate, Interval value, Optional<Interval> behind, double best) {}

  /// Resamples a table; the leader's result comes first, then the others' in order of the table.
  /// Candidates that share no design with the leader are left out.
  ///
  /// @param table scores of the candidates
  /// @param leader the candidate that the others are compared with; it has a score
  /// @param random source of the resamples
  public List<Result> of(ScoreTable table, String leader, RandomGenerator random) {
    List<Contest> contests = contests(table, leader);
    double[][] values = new double[contests.size()][resamples];
    double[][] leads = new double[contests.size()][resamples];
    double[] best = new double[contests.size()];
    Draws draws = new Draws(table, random);
    for (int sample = 0; sample < resamples; sample++) {
      do {
        draws.again();
      } while (!contests.stream().allMatch(contest -> contest.isMeasured(draws)));
      for (int i = 0; i < contests.size(); i++) {
        values[i][sample] = contests.get(i).own().value(criterion, draws);
        leads[i][sample] = contests.get(i).lead(criterion, draws);
      }
      share(best, leads, sample);
    }
    return results(contests, values, leads, best);
  }

  private List<Result> results(
      List<Contest> contests, double[][] values, double[][] leads, double[] best) {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < contests.size(); i++) {
      Contest contest = contests.get(i);
      Interval value = interval(values[i], contest.own().size());
      Optional<Interval> behind =
          i == 0 ? Optional.empty() : Optional.of(interval(leads[i], contest.other().size()));
      results.add(new Result(contest.name(), value, behind, best[i] / resamples));
    }
    return results;
  }

  private Interval interval(double[] numbers, int designs) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    if (designs < 2) {
      return new Interval(sorted[0], sorted[sorted.length - 1]);
    }
    double t = StudentT.quantile(1 - confidence, designs - 1);
    double tail = Normal.above(t * StrictMath.sqrt(designs / (designs - 1.0)));
    int low = (int) (tail * (sorted.length - 1));
    return new Interval(sorted[low], sorted[sorted.length - 1 - low]);
  }

  /// Credits those with the smallest deficit to the leader; equals share.
  private static void share(double[] best, double[][] leads, int sample) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] lead : leads) {
      least = Math.min(least, lead[sample]);
    }
    double bound = least + 1e-12;
    long winners = Arrays.stream(leads).filter(lead -> lead[sample] <= bound).count();
    for (int i = 0; i < best.length; i++) {
      best[i] += leads[i][sample] <= bound ? 1.0 / winners : 0;
    }
  }

  /// One contest for each candidate with scores, the leader's against itself first.
  private static List<Contest> contests(ScoreTable table, String leader) {
    List<Integer> draws = List.copyOf(table.draws());
    boolean paired = table.pairing() == Pairing.PAIRED;
    int home = table.names().indexOf(leader);
    Map<Integer, Double> leading = table.candidates().get(home).scores();
    Column first = Column.of(home, leading, draws, _ -> true);
    List<Contest> contests = new ArrayList<>(List.of(new Contest(leader, first, first, first)));
    for (int i = 0; i < table.candidates().size(); i++) {
      CandidateScores scores = table.candidates().get(i);
      Map<Integer, Double> own = scores.scores();
      Column column = Column.of(i, own, draws, _ -> true);
      Column shared = paired ? Column.of(home, leading, draws, own::containsKey) : first;
      Column other = paired ? Column.of(i, own, draws, leading::containsKey) : column;
      if (i != home && other.size() > 0) {
        contests.add(new Contest(scores.candidate(), column, shared, other));
      }
    }
    return contests;
  }

  /// A candidate, and what of it and of the leader can be compared.
  private record Contest(String name, Column own, Column leader, Column other) {

    boolean isMeasured(Draws draws) {
      return own.isDrawn(draws) && leader.isDrawn(draws) && other.isDrawn(draws);
    }

    double lead(Criterion criterion, Draws draws) {
      return leader.candidate == other.candidate
          ? 0
          : leader.value(criterion, draws) - other.value(criterion, draws);
    }
  }

  /// Scores of a candidate, ascending, each with the place of its draw.
  private static final class Column {

    private final int candidate;
    private final double[] ascending;
    private final int[] places;
    private final int[] scratch;

    private Column(int candidate, double[] ascending, int[] places) {
      this.candidate = candidate;
      this.ascending = ascending;
      this.places = places;
      this.scratch = new int[places.length];
    }

    static Column of(
        int candidate, Map<Integer, Double> scores, List<Integer> draws, IntPredicate kept) {
      List<Integer> places = new ArrayList<>();
      for (int place = 0; place < draws.size(); place++) {
        if (scores.containsKey(draws.get(place)) && kept.test(draws.get(place))) {
          places.add(place);
        }
      }
      places.sort(Comparator.comparing(place -> scores.get(draws.get(place))));
      double[] ascending = places.stream().mapToDouble(p -> scores.get(draws.get(p))).toArray();
      int[] sorted = places.stream().mapToInt(place -> place).toArray();
      return new Column(candidate, ascending, sorted);
    }

    int size() {
      return places.length;
    }

    boolean isDrawn(Draws draws) {
      int[] counts = draws.counts(candidate);
      return Arrays.stream(places).anyMatch(place -> counts[place] > 0);
    }

    double value(Criterion criterion, Draws draws) {
      int[] counts = draws.counts(candidate);
      for (int i = 0; i < places.length; i++) {
        scratch[i] = counts[places[i]];
      }
      return criterion.of(ascending, scratch);
    }
  }

  /// How often each draw is in the current resample.
  private static final class Draws {

    private final RandomGenerator random;
    private final List<Integer> sizes;
    private final int[][] counts;
    private final int[][] places;
    private final boolean paired;

    Draws(ScoreTable table, RandomGenerator random) {
      this.random = random;
      paired = table.pairing() == Pairing.PAIRED;
      List<Integer> draws = List.copyOf(table.draws());
      List<Integer> all = new ArrayList<>();
      places = new int[table.candidates().size()][];
      for (int i = 0; i < places.length; i++) {
        Map<Integer, Double> scores = table.candidates().get(i).scores();
        places[i] =
            IntStream.range(0, draws.size())
                .filter(place -> paired || scores.containsKey(draws.get(place)))
                .toArray();
        all.add(places[i].length);
      }
      sizes = all;
      counts = new int[places.length][draws.size()];
    }

    int[] counts(int candidate) {
      return counts[paired ? 0 : candidate];
    }

    void again() {
      for (int i = 0; i < (paired ? 1 : counts.length); i++) {
        Arrays.fill(counts[i], 0);
        for (int k = 0; k < sizes.get(i); k++) {
          counts[i][places[i][random.nextInt(sizes.get(i))]]++;
        }
      }
    }
  }
}
