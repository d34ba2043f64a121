package spindle.study;

import java.util.Locale;

/// What a stage has shown, in a form that can be said in one sentence.
///
/// Scores are kept as they are measured and said in points, a hundred to one.
public sealed interface Conclusion {

  /// Returns the sentence, without a full stop.
  String sentence();

  /// No design has a score yet.
  record Nothing() implements Conclusion {
    @Override
    public String sentence() {
      return "nothing measured yet";
    }
  }

  /// There is nothing to compare a candidate with.
  ///
  /// @param candidate the only one, or the only one that was measured
  record Alone(String candidate) implements Conclusion {
    @Override
    public String sentence() {
      return candidate + " has no rival";
    }
  }

  /// The plan does not judge yet; intervals of so few designs would say too much.
  ///
  /// @param duel who is ahead of whom so far
  /// @param judgedAfter designs of each after which it will
  record Early(Duel duel, int judgedAfter) implements Conclusion {
    @Override
    public String sentence() {
      return "too early: %s is ahead of %s by %s after %s, judged after %d"
          .formatted(
              duel.leader(),
              duel.rival(),
              Duel.points(duel.lead().difference()),
              Duel.count(duel.designs()),
              judgedAfter);
    }
  }

  /// The leader has beaten all others.
  ///
  /// @param duel the leader and the best of the others
  record Leads(Duel duel) implements Conclusion {
    @Override
    public String sentence() {
      return duel.sentence();
    }
  }

  /// Some candidate cannot be told from the leader.
  ///
  /// @param duel the leader and the one of those that will take longest
  /// @param further more designs of each that would settle it with probability 0.8, infinite if
  ///   there is no difference
  /// @param reached whether the plan allows no more
  record Open(Duel duel, double further, Reached reached) implements Conclusion {
    @Override
    public String sentence() {
      String designs =
          further <= MANY
              ? "about " + (long) further + (further == 1 ? " more design" : " more designs")
              : "more than " + MANY + " more designs";
      String start =
          switch (reached) {
            case NOT_YET -> "not separable yet: ";
            case LIMIT -> "not separable within " + duel.designs() + " designs: ";
          };
      return start + designs + " would settle " + duel.leader() + " against " + duel.rival();
    }
  }

  /// The number above which further designs are not estimated.
  int MANY = 1000;

  /// Whether a plan goes on.
  enum Reached {
    /// More designs follow.
    NOT_YET,
    /// The plan's limit is reached.
    LIMIT
  }

  /// The two candidates that a verdict is about.
  ///
  /// @param leader the one ahead
  /// @param rival the other
  /// @param lead by how much
  /// @param probabilityBest that the leader is the best of all
  /// @param designs of the leader
  record Duel(
      String leader, String rival, Standing.Lead lead, double probabilityBest, int designs) {
    /// Returns such as `spindle leads uniform by 0.9 [0.3, 1.5]; probability best 0.96; 40
    /// designs`.
    public String sentence() {
      return leader
          + " leads "
          + rival
          + " by "
          + points(lead.difference())
          + " ["
          + points(lead.interval().low())
          + ", "
          + points(lead.interval().high())
          + "]; probability best "
          + probability(probabilityBest)
          + "; "
          + count(designs);
    }

    private static String count(int designs) {
      return designs + (designs == 1 ? " design" : " designs");
    }

    private static String points(double score) {
      String text = String.format(Locale.ROOT, "%.1f", 100 * score);
      return text.equals("-0.0") ? "0.0" : text;
    }

    private static String probability(double p) {
      return p >= 0.995 && p < 1 ? "> 0.99" : String.format(Locale.ROOT, "%.2f", p);
    }
  }
}
