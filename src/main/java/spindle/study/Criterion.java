package spindle.study;

/// The number by which a candidate is judged, computed from the scores of its designs.
///
/// The mean of random designs rewards a space with few bad members; the other two ask for its best
/// ones.
public sealed interface Criterion {

  /// What the paper uses.
  Criterion DEFAULT = new Mean();

  /// Returns the criterion of a multiset of scores.
  ///
  /// @param ascending the scores, lowest first
  /// @param counts how often each is there; at least one is there
  double of(double[] ascending, int[] counts);

  /// Returns the fewest designs whose comparison by this criterion means something.
  int fewest();

  /// The mean of all designs, as in the paper.
  record Mean() implements Criterion {
    @Override
    public double of(double[] ascending, int[] counts) {
      double sum = 0;
      int total = 0;
      for (int i = 0; i < ascending.length; i++) {
        sum += counts[i] * ascending[i];
        total += counts[i];
      }
      return sum / total;
    }

    @Override
    public int fewest() {
      return 2;
    }
  }

  /// The mean of the best tenth of the designs, at least one.
  record TopDecileMean() implements Criterion {
    @Override
    public double of(double[] ascending, int[] counts) {
      int kept = (total(counts) + 9) / 10;
      double sum = 0;
      int left = kept;
      for (int i = ascending.length - 1; left > 0; i--) {
        int taken = Math.min(left, counts[i]);
        sum += taken * ascending[i];
        left -= taken;
      }
      return sum / kept;
    }

    @Override
    public int fewest() {
      return 40;
    }
  }

  /// The best score to be expected when some designs are tried.
  ///
  /// The mean of the maximum over all subsets of that size, which unlike the plain maximum does not
  /// grow with the number of designs measured (Dodge et al., Show Your Work, 2019, without
  /// replacement). With fewer designs than that, their maximum.
  ///
  /// @param designs tried, at least 1
  record BestOf(int designs) implements Criterion {
    /// Checks the number.
    ///
    /// @throws IllegalArgumentException if it is below 1
    public BestOf {
      if (designs < 1) {
        throw new IllegalArgumentException("best-of needs at least 1 design: " + designs);
      }
    }

    @Override
    public double of(double[] ascending, int[] counts) {
      int total = total(counts);
      int tried = Math.min(designs, total);
      int atMost = total;
      double share = 1;
      double value = 0;
      for (int i = ascending.length - 1; i >= 0 && share > 0; i--) {
        atMost -= counts[i];
        double rest = subsets(atMost, total, tried);
        value += (share - rest) * ascending[i];
        share = rest;
      }
      return value;
    }

    @Override
    public int fewest() {
      return Math.max(2, 4 * designs);
    }

    /// The share of the subsets of some of `total` things that lie within the first `part`.
    private static double subsets(int part, int total, int size) {
      double share = 1;
      for (int i = 0; i < size && share > 0; i++) {
        share *= (double) (part - i) / (total - i);
      }
      return Math.max(0, share);
    }
  }

  private static int total(int[] counts) {
    int total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }
}
