package spindle.ui.confirm;

import java.util.List;
import java.util.Optional;
import spindle.study.ConfirmationPlan;
import spindle.study.StageKind;
import spindle.ui.plot.Scores;
import spindle.ui.stack.StackPlot;

/// All that the page of confirmation and export shows at one moment.
///
/// @param paths names of all paths
/// @param path name of the shown one
/// @param pattern what it found, or what it still lacks
/// @param defaults what a confirmation proposes at first
/// @param confirmation how it stands, if one was asked for
/// @param decided dimensions that the path has decided, whose scores can be saved
/// @param trainings of one repetition: contenders times tasks
/// @param running whether the study's engine runs
public record ConfirmPage(
    List<String> paths,
    String path,
    Chosen pattern,
    Optional<ConfirmationPlan> defaults,
    Optional<Standing> confirmation,
    List<StageKind> decided,
    int trainings,
    Engine running) {

  /// Before anything is known.
  public static final ConfirmPage NONE =
      new ConfirmPage(
          List.of(),
          "",
          new Chosen.Missing(""),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          0,
          Engine.IDLE);

  /// Whether an engine runs the study.
  public enum Engine {
    /// None does.
    IDLE,
    /// One does.
    RUNS
  }

  /// The pattern of a path.
  public sealed interface Chosen {
    /// Every dimension is decided.
    ///
    /// @param json as it is exported
    /// @param picture of its layer stack
    /// @param words the design on a line
    /// @param budget parameters used, of those allowed, in words
    record Found(String json, StackPlot picture, String words, String budget) implements Chosen {}

    /// Something is open, or the budget does not pay for it.
    ///
    /// @param why in a sentence
    record Missing(String why) implements Chosen {}
  }

  /// How a confirmation stands.
  ///
  /// @param plan how it is done
  /// @param ended trainings that have ended
  /// @param total trainings that are known to be needed
  /// @param contenders those with a score, then those without
  /// @param scores of those with a score, for the plot
  public record Standing(
      ConfirmationPlan plan, int ended, int total, List<Row> contenders, Scores scores) {
    /// Copies the list.
    public Standing {
      contenders = List.copyOf(contenders);
    }
  }

  /// A contender on a line.
  ///
  /// @param name such as `LoRA`
  /// @param repetitions with a score
  /// @param mean with its interval in words; empty if there is none yet
  /// @param ahead how far the pattern is ahead of it, in words; empty for the pattern
  /// @param probability of so large a difference were there none, in words
  /// @param note why it does not take part; empty if it does
  public record Row(
      String name, int repetitions, String mean, String ahead, String probability, String note) {}

  /// Copies the lists.
  public ConfirmPage {
    paths = List.copyOf(paths);
    decided = List.copyOf(decided);
  }
}
