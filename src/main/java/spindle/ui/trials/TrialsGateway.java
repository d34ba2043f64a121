package spindle.ui.trials;

import java.util.List;
import java.util.function.Consumer;

/// What the table of trainings asks of the study.
public interface TrialsGateway {

  /// Sets who hears of trainings, from any thread: first of all there are, then of each that is new
  /// or has changed. Called off the UI thread.
  void listen(Consumer<List<TrialRow>> hearer);
}
