package spindle.ui.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import spindle.ui.plot.StripPlot.Mark;

/// Goes from dot to dot by arrow keys: up and down within a candidate, left and right between them.
final class DotWalk {
  private DotWalk() {}

  /// Returns the dot that a key leads to; the best one of the first candidate from nowhere, and the
  /// same dot where there is none further.
  static Optional<Mark> next(List<Mark> marks, Optional<Mark> from, KeyCode key) {
    Comparator<Mark> byScore = Comparator.comparingDouble(Mark::score);
    if (from.isEmpty()) {
      return marks.stream()
          .min(Comparator.comparingInt(Mark::candidate).thenComparing(byScore.reversed()));
    }
    Mark here = from.get();
    Predicate<Mark> column = mark -> mark.candidate() == here.candidate();
    Comparator<Mark> byDistance =
        Comparator.<Mark>comparingInt(mark -> Math.abs(mark.candidate() - here.candidate()))
            .thenComparingDouble(mark -> Math.abs(mark.score() - here.score()));
    Optional<Mark> next =
        switch (key) {
          case UP -> marks.stream().filter(column).filter(m -> after(here, m)).min(order());
          case DOWN -> marks.stream().filter(column).filter(m -> after(m, here)).max(order());
          case LEFT -> marks.stream().filter(m -> m.candidate() < here.candidate()).min(byDistance);
          case RIGHT ->
              marks.stream().filter(m -> m.candidate() > here.candidate()).min(byDistance);
          default -> from;
        };
    return next.or(() -> from);
  }

  private static Comparator<Mark> order() {
    return Comparator.comparingDouble(Mark::score).thenComparing(Mark::trial);
  }

  private static boolean after(Mark first, Mark second) {
    return order().compare(first, second) < 0;
  }
}
