package spindle.ui.session;

import java.util.List;
import java.util.function.Consumer;
import spindle.study.AttemptId;
import spindle.study.CommandAnswer;
import spindle.study.MetricPoint;
import spindle.study.StudyCommand;

/// What the pages ask of the open study. Its methods may take long and are called off the UI
/// thread; a failure is a runtime exception whose message is a sentence for the user.
public interface StudyAccess {

  /// Sets one more hearer, who is told, on a thread that is not the UI's, how the study stands now
  /// and whenever something was recorded, at most four times a second.
  ///
  /// @return ends it when run
  Runnable listen(Consumer<StudySnapshot> hearer);

  /// Sets one more hearer as [#listen(Consumer)], who is also told whether an engine runs.
  ///
  /// @return ends it when run
  default Runnable watch(Consumer<Standing> hearer) {
    return listen(study -> hearer.accept(Standing.of(study)));
  }

  /// Has a command carried out, by the engine that runs the study or, if none does, here. A
  /// [StudyCommand.Start] starts an engine of its own if none runs.
  CommandAnswer send(StudyCommand command);

  /// Returns what an attempt has reported of a metric, by step.
  List<MetricPoint> curve(AttemptId attempt, String metric);
}
