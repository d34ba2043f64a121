package spindle.ui.explorer;

import java.util.List;
import java.util.Optional;

/// All that the explorer shows at one moment.
///
/// @param paths of the study
/// @param path name of the shown one
/// @param steps its dimensions in order
/// @param board the dimension that is shown; empty if it is not yet its turn
/// @param pattern what the path has decided, line by line
/// @param activity what the study's engine is doing
/// @param status the same in a sentence, with what is left to do
public record ExplorerPage(
    List<PathItem> paths,
    String path,
    List<StepItem> steps,
    Optional<StageBoard> board,
    List<Fact> pattern,
    Activity activity,
    String status) {

  /// Before anything is known.
  public static final ExplorerPage NONE =
      new ExplorerPage(List.of(), "", List.of(), Optional.empty(), List.of(), Activity.IDLE, "");

  /// What the engine is doing.
  public enum Activity {
    /// There is none.
    IDLE,
    /// It trains.
    RUNNING,
    /// It waits to be resumed.
    PAUSED
  }

  /// A line of the pattern.
  ///
  /// @param name of the part
  /// @param value as far as it is known
  public record Fact(String name, String value) {}

  /// Copies the lists.
  public ExplorerPage {
    paths = List.copyOf(paths);
    steps = List.copyOf(steps);
    pattern = List.copyOf(pattern);
  }

  /// Says whether every dimension of the path is decided.
  public boolean isComplete() {
    return !steps.isEmpty()
        && steps.stream()
            .allMatch(step ->
                switch (step.state()) {
                  case DECIDED, OVERRIDDEN, PASSED -> true;
                  case LATER, OPEN, RUNNING -> false;
                });
  }
}
