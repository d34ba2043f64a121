package spindle.cli;

import spindle.study.TrialListener;
import spindle.study.TrialOutcome;
import spindle.study.TrialSpec;

/// Shows on standard error how far all trials of a command are. Called from the runner's threads.
interface Progress extends TrialListener, AutoCloseable {

  /// Prints a line without spoiling what is shown.
  void above(Runnable printing);

  @Override
  default void finished(TrialSpec trial, TrialOutcome outcome) {}

  /// Ends the display.
  @Override
  void close();

  /// Returns what suits a terminal.
  ///
  /// @param trials how many will be heard of
  static Progress on(Terminal terminal, int trials) {
    return switch (terminal.kind()) {
      case INTERACTIVE -> new BarProgress(terminal.err(), trials);
      case PLAIN -> new LineProgress(terminal.err());
    };
  }
}
