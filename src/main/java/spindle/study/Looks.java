package spindle.study;

import java.util.List;

/// The price of looking more than once: turns the probability of one look into that of a whole
/// series.
///
/// Whoever tests a true null hypothesis after 8, 12, 16, ... designs at level 0.05 each time
/// rejects it far more often than in 5 of 100 cases. If a comparison counts as won at the first
/// look whose two-sided probability is `p` or less, the chance that this happens at any look is
/// that of a Brownian motion leaving `|B(n)| < z(p) sqrt(n)` at one of the looks. [#overall]
/// computes it by the recursion of Armitage, McPherson and Rowe (1969); the constant level over all
/// looks is Pocock's (1977). For unknown variance the t probability of each look is held to that
/// level (Jennison and Turnbull, Group Sequential Methods, 2000, section 4.4).
final class Looks {

  /// Nominal levels of the table, as powers of ten, in steps of a quarter.
  private static final int LOWEST = -6;

  private static final int STEPS = 4;

  private final List<Integer> rounds;
  private final double[] logOverall = new double[-LOWEST * STEPS + 1];

  /// Makes the table of overall levels.
  ///
  /// @param rounds designs at each look, ascending
  Looks(List<Integer> rounds) {
    this.rounds = List.copyOf(rounds);
    for (int i = 0; i < logOverall.length; i++) {
      logOverall[i] = StrictMath.log10(exact(level(i)));
    }
  }

  List<Integer> rounds() {
    return rounds;
  }

  /// Returns the chance that a true null hypothesis shows, at some look, a probability as low as
  /// the given one.
  ///
  /// Log-log interpolation between levels a factor of 1.8 apart; below 1e-6 the last factor is
  /// kept.
  double overall(double nominal) {
    if (nominal <= 0 || rounds.size() == 1) {
      return Math.max(0, nominal);
    }
    double place = (StrictMath.log10(nominal) - LOWEST) * STEPS;
    if (place <= 0) {
      return nominal * StrictMath.pow(10, logOverall[0] - LOWEST);
    }
    int i = Math.min((int) place, logOverall.length - 2);
    double share = place - i;
    double log = (1 - share) * logOverall[i] + share * logOverall[i + 1];
    return Math.min(1, StrictMath.pow(10, log));
  }

  /// Returns the level for each look that gives an overall one: the inverse of [#overall].
  double nominal(double overall) {
    double low = 1e-12;
    double high = 1;
    for (int step = 0; step < 60; step++) {
      double middle = StrictMath.sqrt(low * high);
      if (overall(middle) > overall) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private static double level(int i) {
    return StrictMath.pow(10, LOWEST + (double) i / STEPS);
  }

  /// The probability of leaving the band, by integrating the density of those still inside from
  /// look to look.
  double exact(double nominal) {
    if (nominal >= 1) {
      return 1;
    }
    double z = Normal.upperQuantile(nominal / 2);
    double left = nominal;
    int nodes = nodes(z);
    GaussLegendre rule = new GaussLegendre(nodes);
    double[] at = new double[nodes];
    double[] mass = new double[nodes];
    for (int look = 0; look < rounds.size() - 1; look++) {
      double bound = z * StrictMath.sqrt(rounds.get(look));
      double[] next = new double[nodes];
      double[] nextMass = new double[nodes];
      for (int i = 0; i < nodes; i++) {
        next[i] = bound * rule.node(i);
        double density =
            look == 0
                ? normal(next[i], rounds.getFirst())
                : arriving(next[i], at, mass, rounds.get(look) - rounds.get(look - 1));
        nextMass[i] = density * bound * rule.weight(i);
      }
      at = next;
      mass = nextMass;
      left += leaving(at, mass, look + 1, z);
    }
    return left;
  }

  /// Enough nodes to see the smallest step, whose deviation is the width of the kernel.
  private int nodes(double z) {
    int smallest = rounds.getFirst();
    for (int look = 1; look < rounds.size(); look++) {
      smallest = Math.min(smallest, rounds.get(look) - rounds.get(look - 1));
    }
    return Math.max(32, (int) (2.2 * z * StrictMath.sqrt((double) rounds.getLast() / smallest)));
  }

  private static double normal(double x, double variance) {
    double deviation = StrictMath.sqrt(variance);
    return Normal.density(x / deviation) / deviation;
  }

  private static double arriving(double x, double[] at, double[] mass, double variance) {
    double density = 0;
    for (int j = 0; j < at.length; j++) {
      density += mass[j] * normal(x - at[j], variance);
    }
    return density;
  }

  private double leaving(double[] at, double[] mass, int look, double z) {
    double bound = z * StrictMath.sqrt(rounds.get(look));
    double deviation = StrictMath.sqrt(rounds.get(look) - rounds.get(look - 1));
    double probability = 0;
    for (int i = 0; i < at.length; i++) {
      probability +=
          mass[i]
              * (Normal.above((bound - at[i]) / deviation)
                  + Normal.above((bound + at[i]) / deviation));
    }
    return probability;
  }
}
