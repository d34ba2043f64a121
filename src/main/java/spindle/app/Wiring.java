package spindle.app;

import java.nio.file.Path;
import picocli.CommandLine;
import spindle.cli.CommandLines;
import spindle.cli.Services;
import spindle.cli.Terminal;

/// Puts the parts of the program together.
final class Wiring {

  private final Services services;
  private final Path log;

  /// @param services what the commands work with
  /// @param log file that holds the details of failures
  Wiring(Services services, Path log) {
    this.services = services;
    this.log = log;
  }

  /// Returns the command line on this process's streams.
  CommandLine commandLine() {
    Terminal terminal = new Terminal(System.out, System.err, TerminalKind.ofStandardError());
    return CommandLines.create(services, terminal, log);
  }
}
