package spindle.ui.trials;

import java.util.List;
import java.util.function.Consumer;
import spindle.export.TrialTable;

/// What the table of trainings asks of the study.
public interface TrialsGateway {

  /// Sets who hears of trainings, from any thread: first of all there are, then of each that is new
  /// or has changed. Called off the UI thread.
  void listen(Consumer<List<TrialRow>> hearer);

  /// Returns the table of all trainings that have ended, with their timing, as `study trials` of
  /// the command line writes it. Called off the UI thread.
  TrialTable ended();
}
