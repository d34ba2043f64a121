package spindle.cli;

import java.io.PrintStream;
import java.io.PrintWriter;

/// The streams that a command speaks to.
///
/// @param out results; with `--json` nothing but JSON lines
/// @param err all else: progress, errors
/// @param kind what reads the second stream
public record Terminal(PrintStream out, PrintStream err, Kind kind) {

  /// What reads a stream.
  public enum Kind {
    /// A person at a terminal, who sees a bar move.
    INTERACTIVE,
    /// A file or another program, which gets lines.
    PLAIN
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, out.charset());
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, err.charset());
  }
}
