package spindle.ui.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The scores of the designs of each candidate of a dimension.
///
/// @param candidates in the order that they are shown
/// @param title of the axis of scores, such as `Mean score`
public record Scores(List<Candidate> candidates, String title) {

  /// Copies the list.
  public Scores {
    candidates = List.copyOf(candidates);
  }

  /// One candidate.
  ///
  /// @param name what it is called
  /// @param brief what it is called where there is no room for that
  /// @param dots its designs, in any order
  /// @param interval of the mean, once there is one
  /// @param reported mean that somebody else reported, if it is to be shown
  /// @param emphasis whether it stands out
  /// @param series index of its colour
  public record Candidate(
      String name,
      String brief,
      List<Dot> dots,
      Optional<Interval> interval,
      Optional<Double> reported,
      Emphasis emphasis,
      int series) {
    /// Makes one whose name is never shortened.
    public Candidate(
        String name,
        List<Dot> dots,
        Optional<Interval> interval,
        Optional<Double> reported,
        Emphasis emphasis,
        int series) {
      this(name, name, dots, interval, reported, emphasis, series);
    }

    /// Copies the dots.
    public Candidate {
      dots = List.copyOf(dots);
    }
  }

  /// The score of one design.
  ///
  /// @param trial names the design's training
  /// @param score finite
  public record Dot(String trial, double score) {
    /// Checks the score.
    ///
    /// @throws IllegalArgumentException if it is not finite
    public Dot {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("a score must be a number: " + score);
      }
    }
  }

  /// A mean with its uncertainty.
  ///
  /// @param mean the estimate
  /// @param low lower end of its confidence interval
  /// @param high upper end
  public record Interval(double mean, double low, double high) {
    /// Returns the ends that are drawn: none if one score is all there is.
    double[] ends() {
      return low < high ? new double[] {low, high} : new double[0];
    }
  }

  /// How much a candidate stands out.
  public enum Emphasis {
    /// Like the others.
    PLAIN,
    /// It leads or was chosen.
    LEADING,
    /// No more designs of it are trained.
    DROPPED
  }

  /// Returns the least and the greatest number that a plot must show, if there is any.
  Optional<Range> range() {
    return candidates.stream()
        .flatMap(c ->
            Stream.of(
                    c.dots().stream().map(Dot::score),
                    c.interval().stream().flatMap(i -> Stream.of(i.low(), i.high())),
                    c.reported().stream())
                .flatMap(numbers -> numbers))
        .map(score -> new Range(score, score))
        .reduce((a, b) -> a.with(b.low()).with(b.high()));
  }
}
